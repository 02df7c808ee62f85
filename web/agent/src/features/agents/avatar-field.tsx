import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Agent } from '@/api/types';
import { explain } from '@/kit/explain';
import { Face } from '@/kit/face';
import { AvatarCrop } from './avatar-crop';
import { useDropAvatar, usePutAvatar } from './edit-agent';
import classes from './avatar.module.css';

/** An agent's face: chosen from a file, cut, replaced or taken away. */
export function AvatarField({ agent }: { agent: Pick<Agent, 'id' | 'name' | 'avatar_url'> }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const put = usePutAvatar(agent.id);
  const drop = useDropAvatar(agent.id);
  const close = () => {
    setFile(null);
    put.reset();
  };
  return (
    <div className={classes.row}>
      <Face name={agent.name} size={72} picture={agent.avatar_url && `${agent.avatar_url}&size=large`} />
      <div className={classes.buttons}>
        <FileButton onChange={setFile} accept="image/png,image/jpeg,image/gif,image/webp,image/avif">
          {(props) => (
            <Button variant="default" {...props}>
              {t(agent.avatar_url ? 'avatar.change' : 'avatar.choose')}
            </Button>
          )}
        </FileButton>
        {agent.avatar_url && (
          <Button variant="default" loading={drop.isPending} onClick={() => { drop.mutate(); }}>
            {t('avatar.remove')}
          </Button>
        )}
      </div>
      {file && (
        <AvatarCrop
          file={file}
          busy={put.isPending}
          refused={put.error ? explain(asProblem(put.error), t) : null}
          close={close}
          save={(picture) => { put.mutate(picture, { onSuccess: close }); }}
        />
      )}
    </div>
  );
}
