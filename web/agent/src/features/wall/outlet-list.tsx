import { ActionIcon, Button, Modal, Tooltip } from '@mantine/core';
import { IconBrandSlack, IconBrandTeams, IconHistory, IconPlus, IconSend, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallOutlet } from '@/api/types';
import { useCommands } from '@/kit/commands';
import { Confirm } from '@/kit/confirm';
import { Line, Lines, Section } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { OutletForm } from './outlet-form';
import { outletsQuery, postsQuery, useDeleteOutlet, useTestOutlet } from './wall';
import classes from './wall.module.css';

/** Chats that hear of what is won, and how each post went. */
export function OutletList() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(outletsQuery);
  const [edited, setEdited] = useState<WallOutlet | 'new'>();
  const [looked, setLooked] = useState<WallOutlet>();
  const [leaving, setLeaving] = useState<WallOutlet>();
  const del = useDeleteOutlet();
  const add = () => { setEdited('new'); };
  const stay = () => { setLeaving(undefined); };
  useCommands([{ id: 'outlet-add', label: t('wall.add_chat'), group: t('settings.wall'), act: add }]);
  return (
    <Section title={t('wall.chats_title')} lead={t('wall.chats_lead')} action={<Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>{t('wall.add_chat')}</Button>}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={48} />}
      {data?.length === 0 && <p className={classes.hint}>{t('wall.no_chats')}</p>}
      <Lines label={t('wall.chats_title')}>
        {data?.map((outlet) => (
          <Line
            key={outlet.id}
            faint={!outlet.active}
            lead={outlet.flavour === 'teams' ? <IconBrandTeams size={20} stroke={1.6} aria-hidden="true" /> : <IconBrandSlack size={20} stroke={1.6} aria-hidden="true" />}
            title={outlet.name}
            detail={outlet.hint}
            facts={outlet.kinds.map((kind) => t(`wall.kind_${kind}`)).join(', ')}
            actions={
              <>
                <Button size="xs" variant="default" aria-label={t('screen.edit_of', { name: outlet.name })} onClick={() => { setEdited(outlet); }}>
                  {t('common.edit')}
                </Button>
                <Tooltip label={t('wall.posts')}>
                  <ActionIcon aria-label={t('wall.posts_of', { name: outlet.name })} onClick={() => { setLooked(outlet); }}>
                    <IconHistory size={16} />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label={t('common.delete')}>
                  <ActionIcon aria-label={t('common.delete_of', { name: outlet.name })} onClick={() => { setLeaving(outlet); }}>
                    <IconTrash size={16} />
                  </ActionIcon>
                </Tooltip>
              </>
            }
          />
        ))}
      </Lines>
      <Modal opened={edited !== undefined} onClose={() => { setEdited(undefined); }} title={t(edited === 'new' ? 'wall.add_chat' : 'common.edit')} size={560} centered>
        {edited !== undefined && <OutletForm outlet={edited === 'new' ? null : edited} saved={() => { setEdited(undefined); }} />}
      </Modal>
      <Modal opened={looked !== undefined} onClose={() => { setLooked(undefined); }} title={t('wall.posts_of', { name: looked?.name ?? '' })} size={720} centered>
        {looked && <Posts outlet={looked} />}
      </Modal>
      <Confirm opened={leaving !== undefined} close={stay} title={t('common.delete_of', { name: leaving?.name ?? '' })} verb={t('common.delete')} busy={del.isPending} act={() => { if (leaving) del.mutate(leaving.id, { onSuccess: stay }); }}>
        <p>{t('wall.delete_chat_hint')}</p>
      </Confirm>
    </Section>
  );
}

function Posts({ outlet }: { outlet: WallOutlet }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(postsQuery(outlet.id));
  const test = useTestOutlet(outlet.id);
  return (
    <div className={classes.form}>
      <div>
        <Button variant="default" leftSection={<IconSend size={16} />} loading={test.isPending} disabled={!outlet.active} onClick={() => { test.mutate(); }}>
          {t('webhook.test')}
        </Button>
      </div>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} height={32} />}
      {data?.items.length === 0 && <p className={classes.hint}>{t('wall.no_posts')}</p>}
      {data && data.items.length > 0 && (
        <Lines label={t('wall.posts')}>
          {data.items.map((one) => (
            <Line
              key={one.id}
              title={`${t(`wall.post_${one.state === 'delivered' ? 'delivered' : one.state === 'given_up' ? 'given_up' : 'waiting'}`)}${one.status === null ? '' : ` · ${one.status}`}`}
              detail={one.answer}
              facts={
                <>
                  <div>{t('webhook.attempts', { count: one.attempts })}</div>
                  <When at={one.tried_at ?? one.queued_at} />
                </>
              }
            />
          ))}
        </Lines>
      )}
    </div>
  );
}
