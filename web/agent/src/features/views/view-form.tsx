import { Button, Checkbox, Modal, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Condition, SavedView } from '@/api/types';
import { agentsQuery } from '@/features/agents/agents';
import { departmentsQuery } from '@/features/departments/departments';
import { ALL_SORTS } from '@/features/navigation/views';
import { useMay } from '@/features/session/session';
import { COLUMNS, ownColumn } from '@/features/tickets/columns';
import { explain } from '@/kit/explain';
import { Columns, FieldGroup, FormEnd, FormError } from '@/kit/form';
import { ConditionBuilder } from './condition-builder';
import { freshTest, isComplete } from './fields';
import { ownFieldsQuery } from './own-fields';
import { useSaveView } from './save-view';
import classes from './views.module.css';

const SHARING = ['private', 'shared', 'public'] as const;

interface Props {
  /** None for a new one. */
  view: SavedView | null;
  /** What a new one starts from: the filters of the list one stands in. */
  start?: Condition;
  close: () => void;
  saved: (view: SavedView) => void;
}

export function ViewDialog({ opened, ...form }: Props & { opened: boolean }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={form.close} title={t(form.view ? 'saved_view.edit' : 'saved_view.add')} size={720}>
      {opened && <ViewForm {...form} />}
    </Modal>
  );
}

function ViewForm({ view, start, close, saved }: Props) {
  const { t } = useTranslation();
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: departments = [] } = useQuery(departmentsQuery);
  const mayPublish = useMay('views_manage');
  const save = useSaveView(view);
  const problem = save.error && asProblem(save.error);
  const [words, setWords] = useState({
    name: view?.name ?? '',
    condition: view?.condition ?? start ?? ({ all: [freshTest('status')] } as Condition),
    sharing: view?.sharing ?? ('private' as SavedView['sharing']),
    agents: view?.agents.map((agent) => agent.id) ?? [],
    departments: view?.departments.map((department) => department.id) ?? [],
    columns: view?.columns ?? [],
    sort: view?.sort ?? '-last_message',
  });
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const shared = words.sharing === 'shared';
  const { data: own = [] } = useQuery(ownFieldsQuery);
  const columns: [string, string][] = [
    ...COLUMNS.map((column): [string, string] => [column, t(`column.${column}`)]),
    ...own.filter((field) => !field.archived || words.columns.includes(ownColumn(field.key))).map((field): [string, string] => [ownColumn(field.key), field.name]),
  ];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { ...words, name: words.name.trim(), agents: shared ? words.agents : [], departments: shared ? words.departments : [] },
      {
        onSuccess: (made) => {
          saved(made);
          close();
        },
      },
    );
  };

  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput
        label={t('common.name')}
        value={words.name}
        onChange={(e) => { set({ name: e.currentTarget.value }); }}
        error={problem?.of('name')}
        data-autofocus={view?.missing.length ? undefined : true}
      />
      <FieldGroup title={t('saved_view.condition')}>
        <ConditionBuilder condition={words.condition} names={view?.names ?? {}} missing={view?.missing ?? []} change={(condition) => { set({ condition }); }} />
      </FieldGroup>
      <Columns>
        <NativeSelect
          label={t('saved_view.sort')}
          value={words.sort}
          onChange={(e) => { set({ sort: e.currentTarget.value }); }}
          data={ALL_SORTS.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
        />
        <NativeSelect
          label={t('saved_view.sharing')}
          value={words.sharing}
          onChange={(e) => { set({ sharing: e.currentTarget.value as SavedView['sharing'] }); }}
          data={SHARING.filter((one) => one !== 'public' || mayPublish || view?.sharing === 'public').map((one) => ({
            value: one,
            label: t(`saved_view.sharing_${one}`),
          }))}
        />
      </Columns>
      {shared && (
        <Columns>
          <MultiSelect
            label={t('saved_view.with_agents')}
            searchable
            value={words.agents}
            onChange={(ids) => { set({ agents: ids }); }}
            data={agents.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <MultiSelect
            label={t('saved_view.with_departments')}
            searchable
            value={words.departments}
            onChange={(ids) => { set({ departments: ids }); }}
            data={departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Columns>
      )}
      <FieldGroup title={t('saved_view.columns')} hint={t('saved_view.columns_hint')}>
        <div className={classes.columns}>
          {columns.map(([column, label]) => (
            <Checkbox
              key={column}
              size="sm"
              label={label}
              checked={words.columns.includes(column)}
              onChange={() => {
                set({ columns: columns.map(([one]) => one).filter((one) => (one === column) !== words.columns.includes(one)) });
              }}
            />
          ))}
        </div>
      </FieldGroup>
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={!words.name.trim() || !isComplete(words.condition)}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
