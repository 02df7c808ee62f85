import { ActionIcon, Button, CopyButton, Modal, Tooltip } from '@mantine/core';
import { IconDeviceTv, IconKey, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallScreen } from '@/api/types';
import classes from '@/features/wall/wall.module.css';
import { useCommands } from '@/kit/commands';
import { Confirm } from '@/kit/confirm';
import { Line, Lines, Section } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { ScreenForm } from './screen-form';
import { screensQuery, useDeleteScreen, useRenewScreen } from './screens';

/** Televisions in the office: each has a link that opens it and nothing else. */
export function ScreenList() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(screensQuery);
  const [edited, setEdited] = useState<WallScreen | 'new'>();
  const [leaving, setLeaving] = useState<{ screen: WallScreen; how: 'renew' | 'delete' }>();
  const [link, setLink] = useState<string>();
  const renew = useRenewScreen();
  const del = useDeleteScreen();
  const add = () => { setEdited('new'); };
  const stay = () => { setLeaving(undefined); };
  useCommands([{ id: 'screen-add', label: t('screen.add'), group: t('settings.wall'), act: add }]);
  const leave = () => {
    if (leaving?.how === 'renew') renew.mutate(leaving.screen.id, { onSuccess: (made) => { stay(); setLink(made.link ?? undefined); } });
    else if (leaving) del.mutate(leaving.screen.id, { onSuccess: stay });
  };
  return (
    <Section title={t('screen.title')} lead={t('screen.lead')} action={<Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>{t('screen.add')}</Button>}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={48} />}
      {data?.length === 0 && <p className={classes.hint}>{t('screen.none')}</p>}
      <Lines label={t('screen.title')}>
        {data?.map((screen) => (
          <Line
            key={screen.id}
            lead={<IconDeviceTv size={20} stroke={1.6} aria-hidden="true" />}
            title={screen.name}
            detail={screen.shows.map((part) => t(`screen.part_${part}`)).join(' · ')}
            facts={screen.seen_at ? <>{t('screen.seen')} <When at={screen.seen_at} /></> : t('screen.never_seen')}
            actions={
              <>
                <Button size="xs" variant="default" aria-label={t('screen.edit_of', { name: screen.name })} onClick={() => { setEdited(screen); }}>
                  {t('common.edit')}
                </Button>
                <Tooltip label={t('screen.renew')}>
                  <ActionIcon aria-label={t('screen.renew_of', { name: screen.name })} onClick={() => { setLeaving({ screen, how: 'renew' }); }}>
                    <IconKey size={16} />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label={t('common.delete')}>
                  <ActionIcon aria-label={t('common.delete_of', { name: screen.name })} onClick={() => { setLeaving({ screen, how: 'delete' }); }}>
                    <IconTrash size={16} />
                  </ActionIcon>
                </Tooltip>
              </>
            }
          />
        ))}
      </Lines>
      <Modal opened={edited !== undefined} onClose={() => { setEdited(undefined); }} title={t(edited === 'new' ? 'screen.add' : 'common.edit')} size={560} centered>
        {edited !== undefined && <ScreenForm screen={edited === 'new' ? null : edited} saved={(made) => { setEdited(undefined); setLink(made.link ?? undefined); }} />}
      </Modal>
      <Modal opened={link !== undefined} onClose={() => { setLink(undefined); }} title={t('screen.link')} size={620} centered>
        <div className={classes.form}>
          <p>{t('screen.link_once')}</p>
          <code className={classes.link}>{link}</code>
          <CopyButton value={link ?? ''}>{({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'webhook.copied' : 'screen.copy')}</Button>}</CopyButton>
        </div>
      </Modal>
      <Confirm
        opened={leaving !== undefined}
        close={stay}
        title={t(leaving?.how === 'renew' ? 'screen.renew_of' : 'common.delete_of', { name: leaving?.screen.name ?? '' })}
        verb={t(leaving?.how === 'renew' ? 'screen.renew' : 'common.delete')}
        busy={renew.isPending || del.isPending}
        act={leave}
      >
        <p>{t('screen.shut_out')}</p>
      </Confirm>
    </Section>
  );
}
