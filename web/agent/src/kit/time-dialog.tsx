import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormEnd } from './form';
import { soon } from './time';
import classes from './time-dialog.module.css';

const MORNING = 9;
const MINUTE_MS = 60_000;

function morning(daysAhead: number) {
  const at = new Date();
  at.setDate(at.getDate() + daysAhead);
  at.setHours(MORNING, 0, 0, 0);
  return at;
}

/** Days until the next Monday, never today. */
const toMonday = () => ((8 - new Date().getDay()) % 7 || 7);

const local = (at: Date) => new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);

type Offer = ['hours' | 'tomorrow' | 'monday' | 'week', Date];

/** On a Sunday the next Monday is tomorrow, on a Monday it is in a week: one morning is offered once. */
function offers(): Offer[] {
  const mornings: Offer[] = [
    ['tomorrow', morning(1)],
    ['monday', morning(toMonday())],
    ['week', morning(7)],
  ];
  const once = mornings.filter(([, at], index) => mornings.findIndex(([, other]) => other.getTime() === at.getTime()) === index);
  return [['hours', new Date(Date.now() + 3 * 60 * MINUTE_MS)], ...once];
}

interface Props {
  opened: boolean;
  close: () => void;
  title: string;
  /** The verb on the button for a time of one's own. */
  verb: string;
  choose: (at: string) => void;
}

/** Asks for a time in the future. */
export function TimeDialog({ opened, close, title, verb, choose }: Props) {
  return (
    <Modal opened={opened} onClose={close} title={title} size={400} centered>
      <Times
        verb={verb}
        choose={(at) => {
          close();
          choose(at.toISOString());
        }}
      />
    </Modal>
  );
}

function Times({ verb, choose }: { verb: string; choose: (at: Date) => void }) {
  const { t, i18n } = useTranslation();
  const [times] = useState(offers);
  const [own, setOwn] = useState(() => local(morning(1)));
  const [from] = useState(() => local(new Date()));
  return (
    <>
      <div className={classes.times}>
        {times.map(([name, at], index) => (
          <Button key={name} variant="default" justify="space-between" data-autofocus={index === 0 || undefined} onClick={() => { choose(at); }} rightSection={<span className={classes.time}>{soon(at, i18n.language)}</span>}>
            {t(`postpone.${name}`)}
          </Button>
        ))}
      </div>
      <TextInput type="datetime-local" label={t('postpone.own')} value={own} min={from} onChange={(event) => { setOwn(event.currentTarget.value); }} />
      <FormEnd>
        <Button disabled={!own || own <= from} onClick={() => { choose(new Date(own)); }}>
          {verb}
        </Button>
      </FormEnd>
    </>
  );
}
