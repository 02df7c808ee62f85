import { Button, NativeSelect } from '@mantine/core';
import { IconConfetti } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermissions } from '@/features/session/session';
import { WALL_KINDS, wallQuery } from '@/features/wall/wall';
import { WallEntry } from '@/features/wall/wall-entry';
import classes from '@/features/wall/wall.module.css';
import { Sheet } from '@/kit/sheet';
import { Empty, Failed, Waiting } from '@/kit/states';

/** What was won here, the newest first. */
export function WallScene() {
  const { t } = useTranslation();
  const may = usePermissions();
  const [kind, setKind] = useState('');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(wallQuery(kind));
  const entries = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Sheet
      title={t('wall.title')}
      lead={t('wall.lead')}
      action={
        may('workspace_manage') ? (
          <Button variant="default" component={Link} to="/settings/wall">
            {t('wall.chats')}
          </Button>
        ) : undefined
      }
    >
      <NativeSelect className={classes.tools} label={t('wall.shown')} value={kind} onChange={(e) => { setKind(e.currentTarget.value); }} data={[{ value: '', label: t('wall.everything') }, ...WALL_KINDS.map((value) => ({ value, label: t(`wall.kind_${value}`) }))]} />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={4} height={88} />}
      {data && entries.length === 0 && (
        <Empty icon={<IconConfetti size={28} />} title={t('wall.none')}>
          <p>{t('wall.none_hint')}</p>
        </Empty>
      )}
      <ul className={classes.feed} aria-label={t('wall.title')}>
        {entries.map((entry) => (
          <WallEntry key={entry.id} entry={entry} />
        ))}
      </ul>
      {hasNextPage && (
        <Button className={classes.more} variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('wall.more')}
        </Button>
      )}
    </Sheet>
  );
}
