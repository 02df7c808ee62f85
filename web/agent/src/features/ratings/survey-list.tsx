import { ActionIcon, Button, Modal, Switch, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconHistory, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Survey } from '@/api/types';
import { useCommands } from '@/kit/commands';
import { Confirm } from '@/kit/confirm';
import { Line, Lines, Section } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { SurveyForm } from './survey-form';
import { SurveySendings } from './survey-sendings';
import { surveysQuery, useDeleteSurvey, useSwitchSurvey } from './surveys';

/** Short surveys by mail after a ticket is resolved. */
export function Surveys() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(surveysQuery);
  const [edited, setEdited] = useState<Survey | 'new' | null>(null);
  const [looked, setLooked] = useState<Survey | null>(null);
  const [doomed, setDoomed] = useState<Survey | null>(null);
  const turn = useSwitchSurvey();
  const drop = useDeleteSurvey();
  const add = () => { setEdited('new'); };
  const close = () => { setEdited(null); };
  useCommands([{ id: 'survey-add', label: t('survey.add'), group: t('settings.ratings'), act: add }]);
  return (
    <Section
      title={t('survey.title')}
      lead={t('survey.lead')}
      action={
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>
          {t('survey.add')}
        </Button>
      }
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={48} />}
      {data?.length === 0 && <p>{t('survey.none')}</p>}
      <Lines label={t('survey.title')}>
        {data?.map((survey) => (
          <Line
            key={survey.id}
            faint={!survey.active}
            title={survey.name}
            detail={
              survey.missing.length > 0 ? (
                <span role="alert">
                  <IconAlertTriangle size={14} aria-hidden="true" /> {t('sla.rule_broken')}
                </span>
              ) : (
                t(`rating.kind_${survey.kind}`)
              )
            }
            actions={
              <>
                <Switch aria-label={t('survey.active_of', { name: survey.name })} checked={survey.active} onChange={(e) => { turn.mutate({ id: survey.id, active: e.currentTarget.checked }); }} />
                <Tooltip label={t('survey.sendings')}>
                  <ActionIcon aria-label={t('survey.sendings_of', { name: survey.name })} onClick={() => { setLooked(survey); }}>
                    <IconHistory size={16} />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label={t('common.edit')}>
                  <ActionIcon aria-label={`${t('common.edit')}: ${survey.name}`} onClick={() => { setEdited(survey); }}>
                    <IconPencil size={16} />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label={t('common.delete')}>
                  <ActionIcon aria-label={t('common.delete_of', { name: survey.name })} onClick={() => { setDoomed(survey); }}>
                    <IconTrash size={16} />
                  </ActionIcon>
                </Tooltip>
              </>
            }
          />
        ))}
      </Lines>
      <Modal opened={edited !== null} onClose={close} title={t(edited === 'new' ? 'survey.add' : 'survey.edit')} size={720}>
        {edited && <SurveyForm survey={edited === 'new' ? null : edited} close={close} />}
      </Modal>
      <Modal opened={looked !== null} onClose={() => { setLooked(null); }} title={t('survey.sendings_of', { name: looked?.name ?? '' })} size={720}>
        {looked && <SurveySendings survey={looked} />}
      </Modal>
      {doomed && (
        <Confirm
          opened
          close={() => { setDoomed(null); }}
          title={t('common.delete_of', { name: doomed.name })}
          verb={t('common.delete')}
          busy={drop.isPending}
          act={() => { drop.mutate(doomed.id, { onSuccess: () => { setDoomed(null); } }); }}
        >
          <p>{t('survey.delete_hint')}</p>
        </Confirm>
      )}
    </Section>
  );
}
