import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCommands } from '@/kit/commands';
import { When } from '@/kit/time';
import { isEmpty, pastDraftsQuery, wordsOf, type Words } from './draft';
import classes from './composer.module.css';

const START = 90;

const startOf = (html: string) => (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, START);

/** Older words of this draft: what another window wrote over, what was taken out. */
export function DraftPast({ code, type, bringBack }: { code: string; type: Words['type']; bringBack: (words: Words) => void }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const { data } = useQuery({ ...pastDraftsQuery(code, type), enabled: opened });
  useCommands([{ id: 'draft-past', label: t('draft.past'), group: t('palette.ticket'), act: open }]);
  return (
    <Menu opened={opened} onOpen={open} onClose={close} position="top-start" width={340}>
      <Menu.Target>
        <Tooltip label={t('draft.past')}>
          <ActionIcon aria-label={t('draft.past')}>
            <IconHistory size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className={classes.past}>
        <Menu.Label>{t('draft.past')}</Menu.Label>
        {data?.length === 0 && <Menu.Label>{t('draft.no_past')}</Menu.Label>}
        {data?.filter((draft) => !isEmpty(draft)).map((draft) => (
          <Menu.Item key={draft.version} onClick={() => { bringBack(wordsOf(draft)); }}>
            <span className={classes.pastTime}>
              <When at={draft.saved_at} />
            </span>
            <span className={classes.pastText}>{startOf(draft.html)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
