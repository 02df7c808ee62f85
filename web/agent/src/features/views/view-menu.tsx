import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconBookmark, IconDots, IconPencil, IconTool, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Condition, SavedView } from '@/api/types';
import { useCommands, type Command } from '@/kit/commands';
import { Confirm } from '@/kit/confirm';
import { useArrangeViews } from './arrange-views';
import { useDeleteView } from './delete-view';
import { savedViewsQuery } from './saved-views';
import { ViewDialog } from './view-form';

interface Props {
  /** The saved view one stands in. */
  view: SavedView | undefined;
  /** What the list shows now, as a condition to keep. */
  start: Condition;
  go: (view: SavedView | null) => void;
}

/** Keeps the list as a view, or changes the view one stands in. */
export function ViewMenu({ view, start, go }: Props) {
  const { t } = useTranslation();
  const { data: views = [] } = useQuery(savedViewsQuery);
  const [open, setOpen] = useState<'add' | 'edit' | 'delete' | null>(null);
  const arrange = useArrangeViews();
  const drop = useDeleteView();
  const at = views.findIndex((one) => one.id === view?.id);
  const close = () => { setOpen(null); };
  const moveBy = (by: number) => {
    const order = views.map((one) => one.id);
    const [id] = order.splice(at, 1);
    if (id) order.splice(at + by, 0, id);
    arrange.mutate(order);
  };
  const mendable = view?.editable && view.missing.length > 0;
  const group = t('palette.list');
  const commands: (Command | false | undefined)[] = [
    { id: 'keep-view', label: t('saved_view.keep'), group, act: () => { setOpen('add'); } },
    view?.editable && { id: 'edit-view', label: t('saved_view.edit'), group, act: () => { setOpen('edit'); } },
    view?.editable && { id: 'delete-view', label: t('saved_view.delete'), group, act: () => { setOpen('delete'); } },
    view && at > 0 && { id: 'view-up', label: t('saved_view.up'), group, act: () => { moveBy(-1); } },
    view && at < views.length - 1 && { id: 'view-down', label: t('saved_view.down'), group, act: () => { moveBy(1); } },
  ];
  useCommands(commands.filter((command) => command !== false && command !== undefined));

  return (
    <>
      {mendable && (
        <Button size="xs" variant="default" leftSection={<IconTool size={14} />} onClick={() => { setOpen('edit'); }}>
          {t('saved_view.mend')}
        </Button>
      )}
      {view ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Tooltip label={t('saved_view.menu')}>
              <ActionIcon aria-label={t('saved_view.menu')}>
                <IconDots size={16} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            {view.editable && (
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => { setOpen('edit'); }}>
                {t('saved_view.edit')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconArrowUp size={16} />} disabled={at <= 0} onClick={() => { moveBy(-1); }}>
              {t('saved_view.up')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowDown size={16} />} disabled={at >= views.length - 1} onClick={() => { moveBy(1); }}>
              {t('saved_view.down')}
            </Menu.Item>
            {view.editable && (
              <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => { setOpen('delete'); }}>
                {t('saved_view.delete')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Tooltip label={t('saved_view.keep')}>
          <ActionIcon aria-label={t('saved_view.keep')} onClick={() => { setOpen('add'); }}>
            <IconBookmark size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
      <ViewDialog
        opened={open === 'add' || open === 'edit'}
        view={open === 'edit' && view ? view : null}
        start={start}
        close={close}
        saved={(made) => { if (made.id !== view?.id) go(made); }}
      />
      <Confirm
        opened={open === 'delete'}
        close={close}
        title={t('common.delete_of', { name: view?.name ?? '' })}
        verb={t('common.delete')}
        busy={drop.isPending}
        act={() => {
          if (view) drop.mutate(view.id, { onSuccess: () => { close(); go(null); } });
        }}
      >
        {t('saved_view.delete_hint')}
      </Confirm>
    </>
  );
}
