import { ActionIcon, Button, NativeSelect, NumberInput, TextInput, MultiSelect, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Condition, ConditionValue, SavedView } from '@/api/types';
import { WordsInput } from '@/kit/words-input';
import { useConditionChoices, type Choices } from './choices';
import { fieldsFor, freshTest, HEADER, isField, isWord, operatorsOf, OWN, rangeKind, valueKind } from './fields';
import { TagValue } from './tag-value';
import classes from './views.module.css';

const DEPTH_MAX = 3;
const HEADER_EXAMPLE = 'X-Priority';
const PATTERN_EXAMPLE = '(?i)order \\d+';
const UNITS = { hours: 3_600, days: 86_400, weeks: 604_800 } as const;
type Unit = keyof typeof UNITS;
const UNIT_NAMES = Object.keys(UNITS) as Unit[];
const MINUTE_MS = 60_000;

interface Props {
  condition: Condition;
  names: Record<string, string>;
  missing: SavedView['missing'];
  change: (condition: Condition) => void;
}

/** Tests put together by all and any, one a line; groups in groups to a bounded depth. */
export function ConditionBuilder({ condition, names, missing, change }: Props) {
  const choices = useConditionChoices(names);
  // One test alone stands in a group of one, so that a second can join it.
  const group = condition.all ?? condition.any ? condition : { all: [condition] };
  return <Group group={group} pointer={condition === group ? '' : null} depth={1} choices={choices} missing={missing} change={change} />;
}

export interface GroupProps {
  group: Condition;
  /** Where it stands in what was saved; null for one that was not saved as it is. */
  pointer: string | null;
  depth: number;
  choices: Choices;
  missing: SavedView['missing'];
  /** Rules can ask more than lists. */
  rules?: boolean;
  change: (group: Condition) => void;
  remove?: () => void;
}

export function Group({ group, pointer, depth, choices, missing, rules = false, change, remove }: GroupProps) {
  const { t } = useTranslation();
  const word = group.any ? 'any' : 'all';
  const parts = group.any ?? group.all ?? [];
  const put = (next: Condition[]) => { change({ [word]: next }); };
  return (
    <div className={classes.group} role="group" aria-label={t(`condition.${word}`)}>
      <div className={classes.groupHead}>
        <NativeSelect
          size="xs"
          aria-label={t('condition.join')}
          value={word}
          onChange={(e) => { change({ [e.currentTarget.value]: parts }); }}
          data={[
            { value: 'all', label: t('condition.all') },
            { value: 'any', label: t('condition.any') },
          ]}
        />
        {remove && <Remove act={remove} />}
      </div>
      {parts.map((part, index) => {
        const replace = (next: Condition) => { put(parts.map((one, at) => (at === index ? next : one))); };
        const drop = () => { put(parts.filter((_, at) => at !== index)); };
        const place = pointer === null ? null : `${pointer}/${word}/${index}`;
        const shared = { depth: depth + 1, choices, missing, rules, change: replace, pointer: place };
        return part.all ?? part.any ? (
          <Group key={index} {...shared} group={part} remove={drop} />
        ) : (
          <Test key={index} test={part} choices={choices} rules={rules} change={replace} remove={drop} broken={missing.some((gone) => gone.pointer === place)} />
        );
      })}
      <div className={classes.groupEnd}>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => { put([...parts, freshTest('status')]); }}>
          {t('condition.add')}
        </Button>
        {depth < DEPTH_MAX && (
          <Button size="xs" variant="default" onClick={() => { put([...parts, { [word === 'all' ? 'any' : 'all']: [freshTest('status')] }]); }}>
            {t('condition.add_group')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Remove({ act }: { act: () => void }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('condition.remove')}>
      <ActionIcon aria-label={t('condition.remove')} onClick={act}>
        <IconX size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

interface TestProps {
  test: Condition;
  choices: Choices;
  broken: boolean;
  rules: boolean;
  change: (test: Condition) => void;
  remove: () => void;
}

function Test({ test, choices, broken, rules, change, remove }: TestProps) {
  const { t } = useTranslation();
  const field = test.field ?? 'status';
  const op = test.op ?? 'is';
  const own = choices.own.map(({ key, name }) => ({ value: OWN + key, label: name }));
  const isHeader = field.startsWith(HEADER);
  const known = isField(field) || isHeader || own.some((one) => one.value === field);
  const fields = fieldsFor(rules).map((one) => ({ value: one as string, label: t(`condition.field_${one}`) }));
  return (
    <div className={classes.test}>
      <NativeSelect
        size="xs"
        aria-label={t('condition.field')}
        data-autofocus={broken || undefined}
        value={isHeader ? HEADER : field}
        onChange={(e) => { change(freshTest(e.currentTarget.value)); }}
        data={[...fields, ...(rules ? [{ value: HEADER, label: t('condition.field_header') }] : []), ...own, ...(known ? [] : [{ value: field, label: field }])]}
      />
      <NativeSelect
        size="xs"
        aria-label={t('condition.op')}
        value={op}
        onChange={(e) => {
          const next = e.currentTarget.value;
          change(valueKind(field, next) === valueKind(field, op) ? { ...test, op: next } : freshTest(field, next as never));
        }}
        data={operatorsOf(field).filter((one) => rules || one !== 'matches').map((one) => ({ value: one, label: t(`condition.op_${one}`) }))}
      />
      <div className={classes.value}>
        {isHeader && (
          <TextInput
            size="xs"
            mb={4}
            aria-label={t('condition.header_name')}
            placeholder={HEADER_EXAMPLE}
            value={field.slice(HEADER.length)}
            onChange={(e) => { change({ ...test, field: HEADER + e.currentTarget.value.trim() }); }}
          />
        )}
        <Value field={field} op={op} value={test.value ?? null} choices={choices} change={(value) => { change({ ...test, value }); }} />
        {broken && (
          <p className={classes.broken} role="alert">
            <IconAlertTriangle size={14} aria-hidden="true" />
            {t('condition.missing')}
          </p>
        )}
      </div>
      <Remove act={remove} />
    </div>
  );
}

interface ValueProps {
  field: string;
  op: string;
  value: ConditionValue | null;
  choices: Choices;
  change: (value: ConditionValue) => void;
}

const listOf = (value: ConditionValue | null): string[] => (Array.isArray(value) ? value : value === null || value === '' ? [] : [String(value)]);

function Value({ field, op, value, choices, change }: ValueProps) {
  const { t } = useTranslation();
  const label = t('condition.value');
  const offered = choices.of(field);
  switch (valueKind(field, op)) {
    case 'none':
      return null;
    case 'flag':
      return (
        <NativeSelect
          size="xs"
          aria-label={label}
          value={String(value)}
          onChange={(e) => { change(e.currentTarget.value === 'true'); }}
          data={[
            { value: 'true', label: t('condition.yes') },
            { value: 'false', label: t('condition.no') },
          ]}
        />
      );
    case 'seconds':
      return <Duration seconds={Number(value ?? 0)} change={change} />;
    case 'time':
      return <Moment value={String(value ?? '')} change={change} day={field.startsWith(OWN)} />;
    case 'day':
      return <Moment value={String(value ?? '')} change={change} day />;
    case 'clock':
      return <TextInput size="xs" type="time" aria-label={label} value={String(value ?? '')} onChange={(e) => { change(e.currentTarget.value); }} />;
    case 'number':
      return <TextInput size="xs" aria-label={label} inputMode="decimal" value={String(value ?? '')} onChange={(e) => { change(e.currentTarget.value); }} />;
    case 'pattern':
      return <TextInput size="xs" aria-label={label} placeholder={PATTERN_EXAMPLE} value={String(value ?? '')} onChange={(e) => { change(e.currentTarget.value); }} />;
    case 'range':
      return <Range field={field} value={listOf(value)} change={change} />;
    case 'choice': {
      if (field === 'tag') return <TagValue label={label} value={listOf(value)} names={choices.names} change={change} />;
      const chosen = listOf(value);
      const unknown = chosen.filter((id) => !offered.some((one) => one.value === id)).map((id) => ({ value: id, label: isWord(field) ? id : t('condition.gone') }));
      return (
        <MultiSelect
          size="xs"
          aria-label={label}
          searchable
          value={chosen}
          onChange={(next) => { change(next); }}
          data={[...offered, ...unknown]}
          placeholder={chosen.length === 0 ? t('condition.choose') : undefined}
        />
      );
    }
    default:
      return (
        <WordsInput
          key={`${field}/${op}`}
          size="xs"
          aria-label={label}
          value={listOf(value).map((id) => choices.nameOf(id))}
          change={(next) => { change(next.map((name) => choices.idOf(name))); }}
          placeholder={t(`condition.hint_${field === 'customer' || field === 'company' ? field : 'words'}`)}
        />
      );
  }
}

/** From and to, both included. */
function Range({ field, value, change }: { field: string; value: string[]; change: (value: string[]) => void }) {
  const { t } = useTranslation();
  const kind = rangeKind(field);
  const part = (at: 0 | 1) => {
    const put = (next: string) => { change(at === 0 ? [next, value[1] ?? ''] : [value[0] ?? '', next]); };
    const shown = value[at] ?? '';
    const label = t(at === 0 ? 'condition.range_from' : 'condition.range_to');
    return kind === 'time' || kind === 'day' ? (
      <Moment value={shown} change={put} day={kind === 'day'} label={label} />
    ) : (
      <TextInput
        size="xs"
        aria-label={label}
        {...(kind === 'clock' ? { type: 'time' } : { inputMode: 'decimal' as const })}
        value={shown}
        onChange={(e) => { put(e.currentTarget.value); }}
      />
    );
  };
  return (
    <span className={classes.duration}>
      {part(0)}
      {part(1)}
    </span>
  );
}

function Duration({ seconds, change }: { seconds: number; change: (seconds: number) => void }) {
  const { t } = useTranslation();
  const unit = [...UNIT_NAMES].reverse().find((one) => seconds > 0 && seconds % UNITS[one] === 0) ?? 'hours';
  const n = seconds / UNITS[unit];
  return (
    <span className={classes.duration}>
      <NumberInput
        size="xs"
        aria-label={t('condition.value')}
        min={0}
        max={10_000}
        allowDecimal={false}
        value={n}
        onChange={(next) => { change(Math.round(Number(next) || 0) * UNITS[unit]); }}
      />
      <NativeSelect
        size="xs"
        aria-label={t('condition.unit')}
        value={unit}
        onChange={(e) => { change(Math.round(n) * UNITS[e.currentTarget.value as Unit]); }}
        data={UNIT_NAMES.map((one) => ({ value: one, label: t(`condition.unit_${one}`) }))}
      />
    </span>
  );
}

const local = (at: string) => {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : new Date(date.getTime() - date.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
};

function Moment({ value, change, day = false, label }: { value: string; change: (value: string) => void; day?: boolean; label?: string }) {
  const { t } = useTranslation();
  return (
    <TextInput
      size="xs"
      type={day ? 'date' : 'datetime-local'}
      aria-label={label ?? t('condition.value')}
      value={day ? value : local(value)}
      onChange={(e) => {
        const next = e.currentTarget.value;
        change(!next || day ? next : new Date(next).toISOString());
      }}
    />
  );
}
