import { Button, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBuilding, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { departmentsQuery } from '@/features/departments/departments';
import { useAddDepartment } from '@/features/departments/edit-department';
import { RoutingNumbersSection } from '@/features/routing/numbers-form';
import { PauseReasons } from '@/features/presence/pause-reasons';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';

export function DepartmentsScene() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(departmentsQuery);
  const [adding, { open, close }] = useDisclosure(false);
  return (
    <Sheet
      title={t('settings.departments')}
      lead={t('department.lead')}
      action={
        <Button leftSection={<IconPlus size={16} />} onClick={open}>
          {t('department.add')}
        </Button>
      }
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={4} height={48} />}
      <Lines label={t('settings.departments')}>
        {data?.map((department) => (
          <Line
            key={department.id}
            lead={<IconBuilding size={18} stroke={1.6} aria-hidden="true" />}
            title={
              <Link to="/settings/departments/$id" params={{ id: department.id }}>
                {department.name}
              </Link>
            }
            detail={department.description}
            facts={
              <>
                {t('department.member_count', { count: department.members.length })}
                <br />
                {t(department.access === 'all' ? 'department.access_all' : 'department.access_members')}
              </>
            }
            actions={<IconChevronRight size={16} aria-hidden="true" />}
          />
        ))}
      </Lines>
      <RoutingNumbersSection />
      <PauseReasons />
      <Modal opened={adding} onClose={close} title={t('department.add')} centered>
        <AddDepartment cancel={close} />
      </Modal>
    </Sheet>
  );
}

function AddDepartment({ cancel }: { cancel: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const add = useAddDepartment();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(name.trim(), { onSuccess: ({ id }) => void navigate({ to: '/settings/departments/$id', params: { id } }) });
  };
  return (
    <form onSubmit={submit}>
      <TextInput label={t('common.name')} value={name} onChange={(e) => { setName(e.currentTarget.value); }} data-autofocus mb="md" />
      <FormError message={add.error && explain(asProblem(add.error), t)} />
      <FormEnd>
        <Button variant="default" onClick={cancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={!name.trim()} loading={add.isPending}>
          {t('common.add')}
        </Button>
      </FormEnd>
    </form>
  );
}
