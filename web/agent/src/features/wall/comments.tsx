import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { AgentFace } from '@/features/agents/agent-face';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { COMMENT_LENGTH_MAX, commentsQuery, useComment, useDropComment, useHideComment } from './wall';
import classes from './wall.module.css';

/** What colleagues say about an entry. */
export function Comments({ entry }: { entry: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(commentsQuery(entry));
  const [text, setText] = useState('');
  const say = useComment(entry);
  const drop = useDropComment(entry);
  const hide = useHideComment(entry);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) say.mutate(text.trim(), { onSuccess: () => { setText(''); } });
  };
  return (
    <div className={classes.comments}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={1} height={36} />}
      {data && data.items.length > 0 && (
        <ul className={classes.said} aria-label={t('wall.said')}>
          {data.items.map((comment) => (
            <li key={comment.id} data-hidden={comment.hidden || undefined}>
              <AgentFace agent={comment.agent} size={26} />
              <div>
                <strong>{comment.agent.name}</strong>{' '}
                <small>
                  <When at={comment.at} />
                  {comment.hidden && ` · ${t('wall.hidden')}`}
                </small>
                <p>{comment.text}</p>
              </div>
              <div>
                {comment.abilities.delete && (
                  <Tooltip label={t('common.delete')}>
                    <ActionIcon aria-label={t('wall.delete_comment')} onClick={() => { drop.mutate(comment.id); }}>
                      <IconTrash size={16} />
                    </ActionIcon>
                  </Tooltip>
                )}
                {comment.abilities.hide && !comment.abilities.delete && (
                  <Tooltip label={t(comment.hidden ? 'wall.show' : 'wall.hide')}>
                    <ActionIcon aria-label={t(comment.hidden ? 'wall.show' : 'wall.hide')} onClick={() => { hide.mutate({ id: comment.id, hidden: !comment.hidden }); }}>
                      {comment.hidden ? <IconEye size={16} /> : <IconEyeOff size={16} />}
                    </ActionIcon>
                  </Tooltip>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <form className={classes.write} onSubmit={submit}>
        <Textarea aria-label={t('wall.write')} placeholder={t('wall.write')} value={text} maxLength={COMMENT_LENGTH_MAX} autosize minRows={1} maxRows={6} onChange={(e) => { setText(e.currentTarget.value); }} data-autofocus />
        <Button type="submit" loading={say.isPending} disabled={!text.trim()}>
          {t('wall.send')}
        </Button>
      </form>
    </div>
  );
}
