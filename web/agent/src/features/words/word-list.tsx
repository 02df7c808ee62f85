import { ActionIcon, Button, Menu, NativeSelect, TextInput } from '@mantine/core';
import { IconArchive, IconDots, IconPoint } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Word } from '@/api/types';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';
import { Line, Lines } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { useAddWord, useChangeWord, useDeleteWord, wordsQuery, type WordList } from './words';
import classes from './words.module.css';

const UNDER = ['new', 'open', 'answered', 'pending', 'resolved'] as const;
const KNOWN_TYPES = ['question', 'problem', 'complaint', 'request'] as const;

/** The four types every desk starts with are told in the reader's language; what a colleague wrote is told as written. */
export function useTypeName() {
  const { t } = useTranslation();
  return (name: string) => {
    const known = KNOWN_TYPES.find((type) => type === name);
    return known ? t(`ticket_type.${known}`) : name;
  };
}

/** One list of the workspace's own words: add, rename where it stands, archive, delete. */
export function WordListEditor({ list, label, empty }: { list: WordList; label: string; empty: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(wordsQuery(list));
  const [name, setName] = useState('');
  const [status, setStatus] = useState<string>('pending');
  const add = useAddWord(list);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ name: name.trim(), ...(list === 'sub-statuses' && { status }) }, { onSuccess: () => { setName(''); } });
  };
  return (
    <>
      <form onSubmit={submit} className={classes.tools}>
        <TextInput aria-label={label} placeholder={t('word.new')} maxLength={40} value={name} onChange={(e) => { setName(e.currentTarget.value); }} />
        {list === 'sub-statuses' && (
          <NativeSelect
            aria-label={t('ticket.status')}
            value={status}
            onChange={(e) => { setStatus(e.currentTarget.value); }}
            data={UNDER.map((one) => ({ value: one, label: t(`status.${one}`) }))}
          />
        )}
        <Button type="submit" variant="default" disabled={!name.trim()} loading={add.isPending}>
          {t('common.add')}
        </Button>
      </form>
      <FormError message={add.error && explain(asProblem(add.error), t)} />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} height={48} />}
      {data?.length === 0 && <p className={classes.none}>{empty}</p>}
      <Lines label={label}>
        {data?.map((word) => <WordLine key={word.id} list={list} word={word} />)}
      </Lines>
    </>
  );
}

function WordLine({ list, word }: { list: WordList; word: Word }) {
  const { t } = useTranslation();
  const typeName = useTypeName();
  const [edited, setEdited] = useState<string>();
  const change = useChangeWord(list);
  const drop = useDeleteWord(list);
  const shown = list === 'ticket-types' ? typeName(word.name) : word.name;
  const under = UNDER.find((one) => one === word.status);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const name = edited?.trim();
    if (name && name !== word.name) change.mutate({ id: word.id, name });
    setEdited(undefined);
  };
  return (
    <Line
      lead={word.archived ? <IconArchive size={16} aria-hidden="true" /> : <IconPoint size={16} aria-hidden="true" />}
      title={
        edited === undefined ? (
          shown
        ) : (
          <form onSubmit={save}>
            <TextInput aria-label={t('common.name')} value={edited} maxLength={40} autoFocus onBlur={save} onChange={(e) => { setEdited(e.currentTarget.value); }} />
          </form>
        )
      }
      detail={under && t(`status.${under}`)}
      faint={word.archived}
      facts={word.archived && t('word.archived')}
      actions={
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('common.more_of', { name: shown })}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => { setEdited(word.name); }}>{t('word.rename')}</Menu.Item>
            <Menu.Item onClick={() => { change.mutate({ id: word.id, archived: !word.archived }); }}>{t(word.archived ? 'tag.unarchive' : 'tag.archive')}</Menu.Item>
            <Menu.Item color="red" onClick={() => { drop.mutate(word.id); }}>{t('word.delete')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      }
    />
  );
}
