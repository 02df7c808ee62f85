import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { DepartmentHours } from '@/features/business-hours/department-hours';
import { DeleteDepartment } from '@/features/departments/delete-department';
import { DepartmentForm } from '@/features/departments/department-form';
import { departmentsQuery } from '@/features/departments/departments';
import { Members } from '@/features/departments/members';
import { DepartmentLevel } from '@/features/slas/department-level';
import { DepartmentAutoAnswers } from '@/features/templates/department-auto-answers';
import { Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';

const route = getRouteApi('/shell/settings/departments/$id');

export function DepartmentScene() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(departmentsQuery);
  const [asking, { open, close }] = useDisclosure(false);
  const department = data?.find((one) => one.id === id);
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={6} height={56} />;
  if (!department) return <Failed error={new Problem(404, 'not-found', '')} />;
  return (
    <Sheet
      title={department.name}
      action={
        <Button variant="default" leftSection={<IconTrash size={16} />} onClick={open}>
          {t('common.delete')}
        </Button>
      }
    >
      <DepartmentForm key={id} department={department} />
      <DepartmentHours department={id} />
      <DepartmentAutoAnswers department={id} />
      <DepartmentLevel key={`level-${id}`} department={id} />
      <Members department={department} />
      <DeleteDepartment
        department={department}
        opened={asking}
        close={close}
        done={() => void navigate({ to: '/settings/departments', replace: true })}
      />
    </Sheet>
  );
}
