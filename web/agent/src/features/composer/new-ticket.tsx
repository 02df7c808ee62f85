import { Button, Modal, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { PRIORITIES, type Priority } from '@/api/types';
import { departmentsQuery } from '@/features/departments/departments';
import { useOpenTicket } from '@/features/tickets/open-ticket';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { randomKey } from '@/kit/random';
import { SmallEditor } from './small-editor';
import classes from './composer.module.css';

const KEPT = 'fourleaf.new-ticket';

const NOTHING = { email: '', name: '', subject: '', department: '', priority: 'normal' as Priority, direction: 'out' as 'in' | 'out', html: '' };

/** What was begun and not sent, in this browser: closing the dialog loses nothing. */
function begun(): typeof NOTHING {
  try {
    return { ...NOTHING, ...(JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<typeof NOTHING>) };
  } catch {
    return NOTHING;
  }
}

function NewTicketForm({ done }: { done: (code: string) => void }) {
  const { t } = useTranslation();
  const { data: departments = [] } = useQuery(departmentsQuery);
  const [words, setWords] = useState(begun);
  const [key] = useState(randomKey);
  const open = useOpenTicket();
  const problem = open.error && asProblem(open.error);
  const set = (part: Partial<typeof words>) => {
    setWords((before) => {
      const next = { ...before, ...part };
      localStorage.setItem(KEPT, JSON.stringify(next));
      return next;
    });
  };
  const out = words.direction === 'out';
  const complete = words.email.includes('@') && words.subject.trim() && words.html;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate(
      {
        key,
        ticket: {
          subject: words.subject.trim(),
          priority: words.priority,
          ...(words.department && { department: words.department }),
          customer: { email: words.email.trim(), ...(words.name.trim() && { name: words.name.trim() }) },
          message: { html: words.html, direction: words.direction },
        },
      },
      {
        onSuccess: ({ code }) => {
          localStorage.removeItem(KEPT);
          done(code);
        },
      },
    );
  };

  return (
    <form onSubmit={submit} className={classes.newTicket} noValidate>
      <SegmentedControl
        aria-label={t('new_ticket.direction')}
        value={words.direction}
        onChange={(direction) => { set({ direction: direction === 'in' ? 'in' : 'out' }); }}
        data={[
          { value: 'out', label: t('new_ticket.out') },
          { value: 'in', label: t('new_ticket.in') },
        ]}
      />
      <p className={classes.hint}>{t(out ? 'new_ticket.out_hint' : 'new_ticket.in_hint')}</p>
      <Columns>
        <TextInput label={t('new_ticket.email')} type="email" value={words.email} onChange={(e) => { set({ email: e.currentTarget.value }); }} error={problem?.of('customer/email')} data-autofocus />
        <TextInput label={t('new_ticket.name')} value={words.name} onChange={(e) => { set({ name: e.currentTarget.value }); }} />
      </Columns>
      <TextInput label={t('ticket.subject')} value={words.subject} onChange={(e) => { set({ subject: e.currentTarget.value }); }} error={problem?.of('subject')} />
      <Columns>
        <NativeSelect
          label={t('ticket.department')}
          value={words.department}
          onChange={(e) => { set({ department: e.currentTarget.value }); }}
          data={[{ value: '', label: t('mailbox.default_department') }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <NativeSelect
          label={t('ticket.priority')}
          value={words.priority}
          onChange={(e) => { set({ priority: e.currentTarget.value as Priority }); }}
          data={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
        />
      </Columns>
      <SmallEditor label={t('new_ticket.message')} html={words.html} changed={(html) => { set({ html }); }} />
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" loading={open.isPending} disabled={!complete}>
          {t(out ? 'new_ticket.send' : 'new_ticket.create')}
        </Button>
      </FormEnd>
    </form>
  );
}

export default function NewTicket({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Modal opened={opened} onClose={close} title={t('new_ticket.title')} size={640}>
      <NewTicketForm
        done={(code) => {
          close();
          void navigate({ to: '/tickets/$code', params: { code }, search: { view: 'all' } });
        }}
      />
    </Modal>
  );
}
