import { Button, NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Condition, Rule } from '@/api/types';
import { useConditionChoices } from '@/features/views/choices';
import { Group } from '@/features/views/condition-builder';
import { freshTest, isComplete } from '@/features/views/fields';
import { explain } from '@/kit/explain';
import { FieldGroup, FormEnd, FormError } from '@/kit/form';
import { Span } from './action-fields';
import { ActionList } from './action-list';
import { freshAction, isWhole } from './actions';
import { DryRun } from './dry-run';
import { MEASURES, triggerOf, TRIGGERS, useSaveRule, type Measure, type RuleWords, type Trigger } from './rules';
import classes from './rules.module.css';

const DAY_S = 86_400;

/** The groups of a rule, of which any will do; a condition that is none becomes one. */
function groupsOf(condition: Condition): Condition[] {
  if (condition.any) return condition.any.map((part) => (part.all ?? part.any ? part : { all: [part] }));
  if (condition.all) return condition.all.length > 0 ? [condition] : [];
  return [{ all: [condition] }];
}

/** Where the groups stand in what was saved, so that a test that names what is gone is found. */
const pointerOf = (condition: Condition, index: number) => (condition.any ? `/condition/any/${index}` : condition.all ? '/condition' : null);

const conditionOf = (groups: Condition[]): Condition => (groups.length > 0 ? { any: groups } : { all: [] });

interface Props {
  /** None for a new one. */
  rule: Rule | null;
  /** Whether it waits for time instead of for something that happens. */
  timed: boolean;
  cancel: () => void;
  saved: (rule: Rule) => void;
}

export function RuleForm({ rule, timed, cancel, saved }: Props) {
  const { t } = useTranslation();
  const save = useSaveRule(rule, timed);
  const problem = save.error && asProblem(save.error);
  const [words, setWords] = useState<Omit<RuleWords, 'condition'>>({
    name: rule?.name ?? '',
    notes: rule?.notes ?? '',
    active: rule?.active ?? true,
    ...(timed ? { measure: rule?.measure ?? 'unchanged_for', seconds: rule?.seconds ?? DAY_S } : { apply_when: rule ? triggerOf(rule) : ('ticket_created' as const) }),
    actions: rule?.actions ?? [freshAction('transfer')],
    stop: rule?.stop ?? false,
  });
  const [groups, setGroups] = useState<Condition[]>(rule ? groupsOf(rule.condition) : []);
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const names = rule?.names ?? {};
  const missing = (rule?.broken?.missing ?? []).map(({ pointer, what, value }) => ({ pointer, field: what, what, value }));
  const choices = useConditionChoices(names, true);
  const condition = conditionOf(groups);
  const whole = words.name.trim() !== '' && groups.every(isComplete) && words.actions.length > 0 && words.actions.every(isWhole) && (!timed || Boolean(words.seconds));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ ...words, name: words.name.trim(), condition }, { onSuccess: saved });
  };

  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <Switch label={t('automation.active')} checked={words.active} onChange={(e) => { set({ active: e.currentTarget.checked }); }} />
      <TextInput
        label={t('common.name')}
        value={words.name}
        maxLength={200}
        onChange={(e) => { set({ name: e.currentTarget.value }); }}
        error={problem?.of('name')}
        data-autofocus
      />
      <Textarea
        label={t('automation.notes')}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={4000}
        value={words.notes}
        onChange={(e) => { set({ notes: e.currentTarget.value }); }}
      />
      {timed ? (
        <>
          <NativeSelect
            label={t('automation.apply_when')}
            description={t('automation.once')}
            value={words.measure ?? ''}
            onChange={(e) => { set({ measure: e.currentTarget.value as Measure }); }}
            data={MEASURES.map((measure) => ({ value: measure, label: t(`automation.measure_${measure}`) }))}
          />
          <Span seconds={words.seconds ?? 0} change={(seconds) => { set({ seconds }); }} />
        </>
      ) : (
        <NativeSelect
          label={t('automation.apply_when')}
          value={words.apply_when ?? ''}
          onChange={(e) => { set({ apply_when: e.currentTarget.value as Trigger }); }}
          data={TRIGGERS.map((trigger) => ({ value: trigger, label: t(`automation.when_${trigger}`) }))}
        />
      )}
      <FieldGroup title={t('automation.conditions')} hint={groups.length === 0 ? t('automation.always') : undefined}>
        {groups.map((group, index) => (
          <div key={index} className={classes.group}>
            <p className={classes.word}>{t(index === 0 ? 'automation.if' : 'automation.or')}</p>
            <Group
              group={group}
              pointer={rule ? pointerOf(rule.condition, index) : null}
              depth={1}
              choices={choices}
              missing={missing}
              rules
              change={(next) => { setGroups(groups.map((one, at) => (at === index ? next : one))); }}
              remove={() => { setGroups(groups.filter((_, at) => at !== index)); }}
            />
          </div>
        ))}
        <div>
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => { setGroups([...groups, { all: [freshTest('source')] }]); }}>
            {t('automation.add_group')}
          </Button>
        </div>
      </FieldGroup>
      <ActionList actions={words.actions} names={names} missing={missing} self={rule?.id} change={(actions) => { set({ actions }); }} />
      <Switch
        label={t('automation.stop')}
        description={t('automation.stop_hint')}
        checked={words.stop}
        onChange={(e) => { set({ stop: e.currentTarget.checked }); }}
      />
      <DryRun applyWhen={words.apply_when} condition={condition} ready={groups.every(isComplete)} />
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        <Button variant="default" onClick={cancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={!whole}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
