import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconStar, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import type { BusinessCalendar } from '@/api/types';
import { CalendarForm } from '@/features/business-hours/calendar-form';
import { calendarsQuery } from '@/features/business-hours/calendars';
import { DeleteCalendar } from '@/features/business-hours/delete-calendar';
import { useMakeDefault } from '@/features/business-hours/edit-calendar';
import { KeptBy } from '@/features/business-hours/kept-by';
import { useCommands } from '@/kit/commands';
import { Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import classes from './settings.module.css';

const route = getRouteApi('/shell/settings/business-hours/$id');

export function CalendarScene() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(calendarsQuery);
  const calendar = data?.find((one) => one.id === id);
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={8} height={56} />;
  if (!calendar) return <Failed error={new Problem(404, 'not-found', '')} />;
  return <Calendar key={id} calendar={calendar} />;
}

function Calendar({ calendar }: { calendar: BusinessCalendar }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asking, { open, close }] = useDisclosure(false);
  const makeDefault = useMakeDefault(calendar.id);
  const promote = () => { makeDefault.mutate(); };
  useCommands([
    { id: 'hours-delete', label: t('common.delete_of', { name: calendar.name }), group: t('settings.hours'), act: open },
    ...(calendar.is_default ? [] : [{ id: 'hours-default', label: t('hours.make_default'), group: t('settings.hours'), act: promote }]),
  ]);
  return (
    <Sheet
      title={calendar.name}
      lead={calendar.is_default ? t('hours.default_hint') : undefined}
      action={
        <div className={classes.acts}>
          {!calendar.is_default && (
            <Button variant="default" leftSection={<IconStar size={16} />} loading={makeDefault.isPending} onClick={promote}>
              {t('hours.make_default')}
            </Button>
          )}
          <Button variant="default" leftSection={<IconTrash size={16} />} onClick={open}>
            {t('common.delete')}
          </Button>
        </div>
      }
    >
      <CalendarForm calendar={calendar} />
      <KeptBy calendar={calendar} />
      <DeleteCalendar
        calendar={calendar}
        opened={asking}
        close={close}
        done={() => void navigate({ to: '/settings/business-hours', replace: true })}
      />
    </Sheet>
  );
}
