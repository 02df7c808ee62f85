import { ActionIcon, Button, FileButton, Modal, NativeSelect, SegmentedControl, TextInput, Tooltip } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { PRIORITIES, type Attachment, type Priority } from '@/api/types';
import { CustomerField } from '@/features/customers/customer-field';
import { departmentsQuery } from '@/features/departments/departments';
import { NOBODY, useAgentChoices } from '@/features/tickets/choices';
import { useOpenTicket } from '@/features/tickets/open-ticket';
import { useTypeName } from '@/features/words/word-list';
import { useOffered } from '@/features/words/words';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { randomKey } from '@/kit/random';
import { AddressField } from './address-field';
import { FileList } from './file-list';
import { SmallEditor } from './small-editor';
import { useFiles } from './use-files';
import classes from './composer.module.css';

const KEPT = 'fourleaf.new-ticket';

const NOTHING = {
  email: '',
  name: '',
  cc: [] as string[],
  subject: '',
  department: '',
  assignee: NOBODY,
  priority: 'normal' as Priority,
  type: 'question',
  direction: 'out' as 'in' | 'out',
  html: '',
  files: [] as Attachment[],
};

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
  const { choices: agents } = useAgentChoices();
  const types = useOffered('ticket-types');
  const typeName = useTypeName();
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
  const { uploading, add } = useFiles((file) => {
    setWords((before) => {
      const next = { ...before, files: [...before.files, file] };
      localStorage.setItem(KEPT, JSON.stringify(next));
      return next;
    });
  });
  const out = words.direction === 'out';
  const complete = words.email.includes('@') && words.subject.trim() && words.html && uploading.length === 0;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate(
      {
        key,
        ticket: {
          subject: words.subject.trim(),
          priority: words.priority,
          ...(types.some(({ name }) => name === words.type) && { type: words.type }),
          ...(words.department && { department: words.department }),
          customer: { email: words.email.trim(), ...(words.name.trim() && { name: words.name.trim() }) },
          ...(words.assignee !== NOBODY && { assignee: words.assignee }),
          message: {
            html: words.html,
            direction: words.direction,
            ...(out && words.cc.length > 0 && { cc: words.cc }),
            ...(words.files.length > 0 && { attachments: words.files.map(({ id }) => id) }),
          },
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
        classNames={{ innerLabel: classes.directions ?? '' }}
        value={words.direction}
        onChange={(direction) => { set({ direction: direction === 'in' ? 'in' : 'out' }); }}
        data={[
          { value: 'out', label: t('new_ticket.out') },
          { value: 'in', label: t('new_ticket.in') },
        ]}
      />
      <p className={classes.hint}>{t(out ? 'new_ticket.out_hint' : 'new_ticket.in_hint')}</p>
      <Columns>
<CustomerField label={t('new_ticket.email')} email={words.email} change={(email) => { set({ email }); }} choose={(email, name) => { set({ email, name }); }} error={problem?.of('customer/email')} />
        <TextInput label={t('new_ticket.name')} value={words.name} onChange={(e) => { set({ name: e.currentTarget.value }); }} />
      </Columns>
      {out && <AddressField name="cc" value={words.cc} change={(cc) => { set({ cc }); }} />}
      <TextInput label={t('ticket.subject')} value={words.subject} onChange={(e) => { set({ subject: e.currentTarget.value }); }} error={problem?.of('subject')} />
      <Columns>
        <NativeSelect
          label={t('ticket.department')}
          value={words.department}
          onChange={(e) => { set({ department: e.currentTarget.value }); }}
          data={[{ value: '', label: t('mailbox.default_department') }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <NativeSelect
          label={t('ticket.assignee')}
          value={words.assignee}
          onChange={(e) => { set({ assignee: e.currentTarget.value }); }}
          error={problem?.of('assignee')}
          data={[...agents].sort((a, b) => Number(b.value === NOBODY) - Number(a.value === NOBODY)).map(({ value, label }) => ({ value, label }))}
        />
      </Columns>
      <Columns>
        <NativeSelect
          label={t('ticket.priority')}
          value={words.priority}
          onChange={(e) => { set({ priority: e.currentTarget.value as Priority }); }}
          data={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
        />
        <NativeSelect
          label={t('ticket.type')}
          value={words.type}
          onChange={(e) => { set({ type: e.currentTarget.value }); }}
          error={problem?.of('type')}
          data={types.map(({ name }) => ({ value: name, label: typeName(name) }))}
        />
      </Columns>
      <SmallEditor
        label={t('new_ticket.message')}
        html={words.html}
        changed={(html) => { set({ html }); }}
        files={add}
        tools={
          <FileButton multiple onChange={add}>
            {(props) => (
              <Tooltip label={t('composer.attach')}>
                <ActionIcon {...props} aria-label={t('composer.attach')}>
                  <IconPaperclip size={17} stroke={1.7} />
                </ActionIcon>
              </Tooltip>
            )}
          </FileButton>
        }
      >
        <FileList files={words.files} uploading={uploading} remove={(id) => { set({ files: words.files.filter((file) => file.id !== id) }); }} />
      </SmallEditor>
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
