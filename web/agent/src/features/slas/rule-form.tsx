import { Button, Modal, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Condition, SlaRule } from '@/api/types';
import { ConditionBuilder } from '@/features/views/condition-builder';
import { freshTest, isComplete } from '@/features/views/fields';
import { explain } from '@/kit/explain';
import { Columns, FieldGroup, FormEnd, FormError } from '@/kit/form';
import { useSaveRule } from './edit-level';
import { levelsQuery } from './slas';
import classes from './slas.module.css';

interface Props {
  /** None for a new one. */
  rule: SlaRule | null;
  close: () => void;
}

export function RuleDialog({ opened, ...form }: Props & { opened: boolean }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={form.close} title={t(form.rule ? 'sla.edit_rule' : 'sla.add_rule')} size={720}>
      {opened && <RuleForm {...form} />}
    </Modal>
  );
}

function RuleForm({ rule, close }: Props) {
  const { t } = useTranslation();
  const { data: levels = [] } = useQuery(levelsQuery);
  const save = useSaveRule(rule);
  const problem = save.error && asProblem(save.error);
  const [words, setWords] = useState({
    name: rule?.name ?? '',
    active: rule?.active ?? true,
    condition: rule?.condition ?? ({ all: [freshTest('priority')] } as Condition),
    level: rule?.level.id,
  });
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const level = words.level ?? levels[0]?.id ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ ...words, name: words.name.trim(), level }, { onSuccess: close });
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('common.name')} value={words.name} maxLength={200} onChange={(e) => { set({ name: e.currentTarget.value }); }} error={problem?.of('name')} data-autofocus />
      <FieldGroup title={t('sla.rule_condition')}>
        <ConditionBuilder condition={words.condition} names={rule?.names ?? {}} missing={rule?.missing ?? []} change={(condition) => { set({ condition }); }} />
      </FieldGroup>
      <Columns>
        <NativeSelect label={t('sla.level')} value={level} onChange={(e) => { set({ level: e.currentTarget.value }); }} data={levels.map(({ id, name }) => ({ value: id, label: name }))} />
      </Columns>
      <Switch label={t('sla.active')} checked={words.active} onChange={(e) => { set({ active: e.currentTarget.checked }); }} />
      <FormError message={problem && explain(problem, t)} />
      <FormEnd>
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={!words.name.trim() || !level || !isComplete(words.condition)} loading={save.isPending}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
