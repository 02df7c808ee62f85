import { Modal } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { AvatarField } from '@/features/agents/avatar-field';
import { usePutAvatar } from '@/features/agents/edit-agent';
import { useSession } from '@/features/session/session';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';
import { told } from '@/kit/toast';
import { AVATARS, type Avatar } from './avatars';
import { levelsQuery } from './game';
import classes from './game.module.css';

const SIDE = 256;

/** As a picture like any other, so that everywhere shows it as it shows faces. */
async function painted(avatar: Avatar): Promise<Blob> {
  const image = new Image(SIDE, SIDE);
  image.src = avatar.url;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, SIDE, SIDE);
  return await new Promise((resolve, reject) => { canvas.toBlob((blob) => { if (blob) resolve(blob); else reject(new Error('no picture')); }, 'image/png'); });
}

/** One's face: a drawn one, of those one's level has unlocked, or a file. */
export function AvatarChoosing({ opened, close, place }: { opened: boolean; close: () => void; place: number }) {
  const { t } = useTranslation();
  const { agent } = useSession();
  const { data: levels = [] } = useQuery({ ...levelsQuery, enabled: opened });
  const put = usePutAvatar(agent.id);
  const choose = (avatar: Avatar) => {
    void painted(avatar).then((picture) => { put.mutate(picture, { onSuccess: () => { told(t('common.saved')); } }); });
  };
  return (
    <Modal opened={opened} onClose={close} title={t('game.avatar')} centered>
      <AvatarField agent={agent} />
      <p className={classes.soft}>{t('game.avatar_lead')}</p>
      <ul className={classes.avatars} aria-label={t('game.avatar')}>
        {AVATARS.map((avatar) => {
          const locked = avatar.level > place;
          const name = locked ? t('game.avatar_from', { level: levels.find((level) => level.place === avatar.level)?.name ?? '' }) : t(`game.avatar_${avatar.id}`);
          return (
            <li key={avatar.id}>
              <button type="button" disabled={locked || put.isPending} title={name} aria-label={name} onClick={() => { choose(avatar); }}>
                <img src={avatar.url} alt="" width={64} height={64} />
                {locked && <IconLock size={18} aria-hidden="true" />}
              </button>
            </li>
          );
        })}
      </ul>
      <FormError message={put.error && explain(asProblem(put.error), t)} />
    </Modal>
  );
}
