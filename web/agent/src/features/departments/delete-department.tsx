import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Department } from '@/api/types';
import { Confirm } from '@/kit/confirm';
import { departmentsQuery } from './departments';
import { useDeleteDepartment } from './edit-department';

/** Asks where the tickets of a department go before it is gone. */
export function DeleteDepartment({ department, opened, close, done }: { department: Department; opened: boolean; close: () => void; done: () => void }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(departmentsQuery);
  const others = data.filter((one) => one.id !== department.id);
  const [chosen, setChosen] = useState<string>();
  const moveTo = chosen ?? others[0]?.id;
  const del = useDeleteDepartment();
  return (
    <Confirm
      opened={opened}
      close={close}
      title={t('department.delete_title', { name: department.name })}
      verb={t('common.delete')}
      busy={del.isPending}
      blocked={!moveTo}
      act={() => { del.mutate({ id: department.id, moveTo }, { onSuccess: done }); }}
    >
      {others.length > 0 ? (
        <NativeSelect
          label={t('department.move_to')}
          value={moveTo}
          onChange={(e) => { setChosen(e.currentTarget.value); }}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <p>{t('department.last')}</p>
      )}
    </Confirm>
  );
}
