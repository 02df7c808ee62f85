import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlaLevel } from '@/api/types';
import { Confirm } from '@/kit/confirm';
import { useDeleteLevel } from './edit-level';
import { levelsQuery } from './slas';

const NONE = 'none';

/** Asks which level takes the place of one before it is gone. */
export function DeleteLevel({ level, opened, close }: { level: SlaLevel; opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(levelsQuery);
  const [moveTo, setMoveTo] = useState(NONE);
  const drop = useDeleteLevel();
  return (
    <Confirm
      opened={opened}
      close={close}
      title={t('sla.delete_title', { name: level.name })}
      verb={t('common.delete')}
      busy={drop.isPending}
      act={() => { drop.mutate({ id: level.id, moveTo }, { onSuccess: close }); }}
    >
      <NativeSelect
        label={t('sla.move_to')}
        description={t('sla.move_to_hint')}
        value={moveTo}
        onChange={(e) => { setMoveTo(e.currentTarget.value); }}
        data={[{ value: NONE, label: t('sla.no_level') }, ...data.filter((one) => one.id !== level.id).map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </Confirm>
  );
}
