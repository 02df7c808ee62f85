import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import type { Rule } from '@/api/types';
import { RuleForm } from '@/features/rules/rule-form';
import { RuleHistory } from '@/features/rules/rule-history';
import { rulesQuery, useDeleteRule } from '@/features/rules/rules';
import classes from '@/features/rules/rules.module.css';
import { useCommands } from '@/kit/commands';
import { Confirm } from '@/kit/confirm';
import { Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { told } from '@/kit/toast';

const route = getRouteApi('/shell/settings/rules/$id');
const timeRoute = getRouteApi('/shell/settings/time-rules/$id');

export function RuleScene() {
  return <Which id={route.useParams().id} timed={false} />;
}

export function TimeRuleScene() {
  return <Which id={timeRoute.useParams().id} timed />;
}

function Which({ id, timed }: { id: string; timed: boolean }) {
  const { data, error, refetch } = useQuery(rulesQuery(timed));
  const rule = data?.find((one) => one.id === id);
  if (id === 'new') return <NewRule timed={timed} />;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={8} height={56} />;
  if (!rule) return <Failed error={new Problem(404, 'not-found', '')} />;
  return <OneRule key={`${id}-${rule.version}`} rule={rule} timed={timed} />;
}

const useBack = (timed: boolean) => {
  const navigate = useNavigate();
  return () => void navigate({ to: timed ? '/settings/time-rules' : '/settings/rules' });
};

function NewRule({ timed }: { timed: boolean }) {
  const { t } = useTranslation();
  const back = useBack(timed);
  return (
    <Sheet title={t(timed ? 'automation.create_time_rule' : 'automation.create_rule')}>
      <RuleForm
        rule={null}
        timed={timed}
        cancel={back}
        saved={() => {
          told(t('common.saved'));
          back();
        }}
      />
    </Sheet>
  );
}

function OneRule({ rule, timed }: { rule: Rule; timed: boolean }) {
  const { t } = useTranslation();
  const [asking, { open, close }] = useDisclosure(false);
  const del = useDeleteRule(timed);
  const back = useBack(timed);
  useCommands([{ id: 'rule-delete', label: t('common.delete_of', { name: rule.name }), group: t('settings.rules'), act: open }]);
  return (
    <Sheet
      title={rule.name}
      action={
        <Button variant="default" leftSection={<IconTrash size={16} />} onClick={open}>
          {t('common.delete')}
        </Button>
      }
    >
      {rule.broken && (
        <p className={classes.trouble} role="alert">
          <IconAlertTriangle size={16} aria-hidden="true" />
          <span>
            {t(`automation.broken_${rule.broken.kind}`)} {rule.broken.reason}
          </span>
        </p>
      )}
      <RuleForm rule={rule} timed={timed} cancel={back} saved={() => { told(t('common.saved')); }} />
      <RuleHistory id={rule.id} timed={timed} />
      <Confirm
        opened={asking}
        close={close}
        title={t('common.delete_of', { name: rule.name })}
        verb={t('common.delete')}
        busy={del.isPending}
        act={() => { del.mutate(rule.id, { onSuccess: back }); }}
      >
        <p>{t('automation.delete_hint')}</p>
      </Confirm>
    </Sheet>
  );
}
