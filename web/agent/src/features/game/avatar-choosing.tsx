import { Modal } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { AvatarField } from '@/features/agents/avatar-field';
import { useSession } from '@/features/session/session';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';
import { Failed, Waiting } from '@/kit/states';
import { told } from '@/kit/toast';
import { facesQuery, pictureOf, useChooseFace } from './avatars';
import classes from './game.module.css';

/** One's face: a drawn one, of those one's level has opened, or a file. */
export function AvatarChoosing({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const { agent } = useSession();
  const { data: faces, error, refetch } = useQuery({ ...facesQuery, enabled: opened });
  const choose = useChooseFace();
  return (
    <Modal opened={opened} onClose={close} title={t('game.avatar')} centered>
      <AvatarField agent={agent} />
      <p className={classes.soft}>{t('game.avatar_lead')}</p>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!faces && !error && <Waiting rows={3} height={72} />}
      <ul className={classes.avatars} aria-label={t('game.avatar')}>
        {faces?.map(({ id, level, open }) => {
          const name = open ? t(`game.avatar_${id}`) : t('game.avatar_from', { level: level.name });
          return (
            <li key={id}>
              <button type="button" disabled={!open || choose.isPending} title={name} aria-label={name} onClick={() => { choose.mutate(id, { onSuccess: () => { told(t('common.saved')); } }); }}>
                <img src={pictureOf(id)} alt="" width={64} height={64} />
                {!open && <IconLock size={18} aria-hidden="true" />}
              </button>
            </li>
          );
        })}
      </ul>
      <FormError message={choose.error && explain(asProblem(choose.error), t)} />
    </Modal>
  );
}
