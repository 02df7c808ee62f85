import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BusinessCalendar } from '@/api/types';
import { Confirm } from '@/kit/confirm';
import { calendarsQuery } from './calendars';
import { useDeleteCalendar } from './edit-calendar';

/** Asks which calendar takes the place of one before it is gone. */
export function DeleteCalendar({ calendar, opened, close, done }: { calendar: BusinessCalendar; opened: boolean; close: () => void; done: () => void }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(calendarsQuery);
  const others = data.filter((one) => one.id !== calendar.id);
  const [chosen, setChosen] = useState<string>();
  const moveTo = chosen ?? (others.find((one) => one.is_default) ?? others[0])?.id;
  const del = useDeleteCalendar();
  return (
    <Confirm
      opened={opened}
      close={close}
      title={t('hours.delete_title', { name: calendar.name })}
      verb={t('common.delete')}
      busy={del.isPending}
      blocked={!moveTo}
      act={() => { del.mutate({ id: calendar.id, moveTo }, { onSuccess: done }); }}
    >
      {others.length > 0 ? (
        <NativeSelect
          label={t('hours.move_to')}
          value={moveTo}
          onChange={(e) => { setChosen(e.currentTarget.value); }}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <p>{t('hours.last')}</p>
      )}
    </Confirm>
  );
}
