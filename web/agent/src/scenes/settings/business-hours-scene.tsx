import { Button, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronRight, IconClockHour9, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { BusinessCalendar } from '@/api/types';
import { calendarsQuery } from '@/features/business-hours/calendars';
import { useAddCalendar } from '@/features/business-hours/edit-calendar';
import { weekText } from '@/features/business-hours/hours';
import { useCommands } from '@/kit/commands';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';

export function BusinessHoursScene() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(calendarsQuery);
  const [adding, { open, close }] = useDisclosure(false);
  useCommands([{ id: 'hours-add', label: t('hours.add'), group: t('settings.hours'), act: open }]);
  return (
    <Sheet
      title={t('settings.hours')}
      lead={t('hours.lead')}
      action={
        <Button leftSection={<IconPlus size={16} />} onClick={open}>
          {t('hours.add')}
        </Button>
      }
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={48} />}
      <Lines label={t('settings.hours')}>
        {data?.map((calendar) => (
          <Line
            key={calendar.id}
            lead={<IconClockHour9 size={18} stroke={1.6} aria-hidden="true" />}
            title={
              <>
                <Link to="/settings/business-hours/$id" params={{ id: calendar.id }}>
                  {calendar.name}
                </Link>
                {calendar.is_default && ` · ${t('hours.default')}`}
              </>
            }
            detail={<Summary calendar={calendar} />}
            facts={
              <>
                <Turn calendar={calendar} />
                {calendar.departments.length > 0 && (
                  <>
                    <br />
                    {calendar.departments.map(({ name }) => name).join(', ')}
                  </>
                )}
              </>
            }
            actions={<IconChevronRight size={16} aria-hidden="true" />}
          />
        ))}
      </Lines>
      <Modal opened={adding} onClose={close} title={t('hours.add')} centered>
        <AddCalendar cancel={close} />
      </Modal>
    </Sheet>
  );
}

/** The week and its zone; whole on hover where the line is too short. */
function Summary({ calendar }: { calendar: BusinessCalendar }) {
  const { t, i18n } = useTranslation();
  const text = `${weekText(calendar.weekly, i18n.language) || t('hours.closed')} · ${calendar.time_zone}`;
  return <span title={text}>{text}</span>;
}

/** "Open until Mon 17:00", by the calendar's own clocks. */
function Turn({ calendar }: { calendar: BusinessCalendar }) {
  const { t, i18n } = useTranslation();
  if (!calendar.next_turn) return t(calendar.open_now ? 'hours.always_open' : 'hours.never_open');
  const at = new Date(calendar.next_turn).toLocaleString(i18n.language, { timeZone: calendar.time_zone, weekday: 'short', hour: '2-digit', minute: '2-digit' });
  return t(calendar.open_now ? 'hours.open_until' : 'hours.opens_at', { at });
}

function AddCalendar({ cancel }: { cancel: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const add = useAddCalendar();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(name.trim(), { onSuccess: ({ id }) => void navigate({ to: '/settings/business-hours/$id', params: { id } }) });
  };
  return (
    <form onSubmit={submit}>
      <TextInput label={t('common.name')} value={name} maxLength={200} onChange={(e) => { setName(e.currentTarget.value); }} data-autofocus mb="md" />
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
