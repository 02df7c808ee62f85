import { ActionIcon, Button, Menu, Modal, Textarea, TextInput } from '@mantine/core';
import { IconArchive, IconDots, IconTag } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Tag } from '@/api/types';
import { useAddTag, useChangeTag } from '@/features/tags/edit-tag';
import { TagGoing } from '@/features/tags/tag-going';
import { ColourField } from '@/features/tags/colour-field';
import { TagDot } from '@/features/tags/tag-dot';
import { COLOURS, tagPagesQuery, type Colour } from '@/features/tags/tags';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import classes from './settings.module.css';

export function TagsScene() {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const { data: pages, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(tagPagesQuery(useDeferredValue(name.trim())));
  const data = pages?.pages.flatMap((page) => page.items);
  const [gone, setGone] = useState<{ tag: Tag; how: 'merge' | 'delete' }>();
  const [edited, setEdited] = useState<Tag>();
  const add = useAddTag();
  const change = useChangeTag();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(name.trim(), { onSuccess: () => { setName(''); } });
  };
  return (
    <Sheet title={t('settings.tags')} lead={t('tag.lead')}>
      <form onSubmit={submit} className={classes.tools}>
        <TextInput aria-label={t('tag.new')} placeholder={t('tag.search_or_new')} value={name} onChange={(e) => { setName(e.currentTarget.value); }} />
        <Button type="submit" disabled={!name.trim()} loading={add.isPending}>
          {t('common.add')}
        </Button>
      </form>
      <FormError message={add.error && explain(asProblem(add.error), t)} />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={6} height={48} />}
      {data?.length === 0 && <p>{t('tag.none')}</p>}
      <Lines label={t('settings.tags')}>
        {data?.map((tag) => (
          <Line
            key={tag.id}
            lead={tag.archived ? <IconArchive size={16} aria-hidden="true" /> : <IconTag size={16} aria-hidden="true" />}
            title={<><TagDot colour={tag.colour} />{tag.name}</>}
            detail={tag.description}
            faint={tag.archived}
            facts={tag.archived && t('tag.archived')}
            actions={
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon aria-label={t('common.more_of', { name: tag.name })}>
                    <IconDots size={18} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => { setEdited(tag); }}>{t('common.edit')}</Menu.Item>
                  <Menu.Item onClick={() => { change.mutate({ id: tag.id, archived: !tag.archived }); }}>
                    {t(tag.archived ? 'tag.unarchive' : 'tag.archive')}
                  </Menu.Item>
                  <Menu.Item onClick={() => { setGone({ tag, how: 'merge' }); }}>{t('tag.merge')}</Menu.Item>
                  <Menu.Item color="red" onClick={() => { setGone({ tag, how: 'delete' }); }}>{t('word.delete')}</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            }
          />
        ))}
      </Lines>
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage} mt="md">
          {t('common.more')}
        </Button>
      )}
      {gone && <TagGoing key={gone.tag.id + gone.how} {...gone} close={() => { setGone(undefined); }} />}
      <Modal opened={edited !== undefined} onClose={() => { setEdited(undefined); }} title={t('common.edit')} centered>
        {edited && <TagForm tag={edited} done={() => { setEdited(undefined); }} />}
      </Modal>
    </Sheet>
  );
}

function TagForm({ tag, done }: { tag: Tag; done: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(tag.name);
  const [description, setDescription] = useState(tag.description ?? '');
  const [colour, setColour] = useState<Colour>(COLOURS.find((one) => one === tag.colour) ?? 'gray');
  const change = useChangeTag();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ id: tag.id, name: name.trim(), description, colour }, { onSuccess: done });
  };
  return (
    <form onSubmit={submit}>
      <TextInput label={t('common.name')} value={name} onChange={(e) => { setName(e.currentTarget.value); }} mb="md" data-autofocus />
      <Textarea label={t('common.description')} value={description} onChange={(e) => { setDescription(e.currentTarget.value); }} autosize minRows={2} />
      <ColourField value={colour} change={setColour} />
      <FormEnd>
        <Button type="submit" loading={change.isPending} disabled={!name.trim()}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
