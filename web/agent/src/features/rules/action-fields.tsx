import { MultiSelect, NativeSelect, NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PRIORITIES, type RuleAction, type Webhook } from '@/api/types';
import { agentsQuery } from '@/features/agents/agents';
import { answersQuery } from '@/features/answers/answers';
import { previewOf } from '@/features/canned/ready';
import { SmallEditor } from '@/features/composer/small-editor';
import { departmentsQuery } from '@/features/departments/departments';
import { badgesQuery } from '@/features/game/game';
import { levelsQuery } from '@/features/slas/slas';
import { useTagSearch } from '@/features/tags/tags';
import { webhooksQuery } from '@/features/webhooks/webhooks';
import { Columns } from '@/kit/form';
import { WordsInput } from '@/kit/words-input';
import { FieldValues } from './field-values';
import { rulesQuery } from './rules';
import classes from './rules.module.css';

const ASSIGNING = ['unassigned', 'least_busy', 'last_agent'] as const;
const UNITS = [60, 3_600, 86_400] as const;
const UNIT_NAMES = { 60: 'minutes', 3_600: 'hours', 86_400: 'days' } as const;

interface Props {
  action: RuleAction;
  names: Record<string, string>;
  self: string | undefined;
  change: (part: Partial<RuleAction>) => void;
}

/** The parts that the kind of an action has. */
export function ActionFields({ action, names, self, change }: Props) {
  const { t } = useTranslation();
  switch (action.type) {
    case 'transfer':
      return (
        <Columns>
          <DepartmentField action={action} change={change} label={t('automation.to_department')} empty={t('automation.same_department')} />
          <AssignField action={action} change={change} keep />
        </Columns>
      );
    case 'assign':
      return <AssignField action={action} change={change} />;
    case 'add_tags':
    case 'remove_tags':
      return <TagsField action={action} names={names} change={change} />;
    case 'set_fields':
      return <FieldValues fields={action.fields ?? {}} change={(fields) => { change({ fields }); }} />;
    case 'set_priority':
      return (
        <NativeSelect
          label={t('condition.field_priority')}
          value={action.priority ?? 'normal'}
          onChange={(e) => { change({ priority: e.currentTarget.value as (typeof PRIORITIES)[number] }); }}
          data={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
        />
      );
    case 'set_sla_level':
      return <LevelField action={action} change={change} />;
    case 'change_subject':
      return (
        <TextInput
          label={t('condition.field_subject')}
          description={t('automation.subject_hint')}
          value={action.subject ?? ''}
          onChange={(e) => { change({ subject: e.currentTarget.value }); }}
        />
      );
    case 'add_note':
      return <Words action={action} change={change} />;
    case 'send_answer':
      return (
        <>
          <AnswerField action={action} change={change} own={t('automation.own_words')} />
          <Switch
            label={t('automation.keep_status')}
            description={t('automation.keep_status_hint')}
            checked={action.keep_status ?? false}
            onChange={(e) => { change({ keep_status: e.currentTarget.checked }); }}
          />
        </>
      );
    case 'send_mail':
      return (
        <>
          <Addresses action={action} change={change} />
          <Words action={action} change={change} />
        </>
      );
    case 'forward':
    case 'add_participant':
      return <Addresses action={action} change={change} />;
    case 'notify':
      return (
        <Columns>
          <Whom action={action} change={change} />
          <DepartmentField action={action} change={change} label={t('automation.members_of')} empty={t('automation.nobody_more')} />
        </Columns>
      );
    case 'award_points':
      return (
        <Columns>
          <NumberInput label={t('automation.points')} value={action.points ?? ''} min={1} max={1000} allowDecimal={false} onChange={(points) => { change({ points: Number(points) }); }} />
          <Whom action={action} change={change} label={t('automation.winners')} />
        </Columns>
      );
    case 'award_badge':
      return (
        <Columns>
          <EarnedBadge action={action} change={change} />
          <Whom action={action} change={change} label={t('automation.winners')} />
        </Columns>
      );
    case 'postpone':
      return <HowLong action={action} change={change} />;
    case 'resolve':
      return <AnswerField action={action} change={change} own={t('automation.own_words_or_none')} hint={t('automation.resolve_hint')} />;
    case 'merge_into':
      return (
        <TextInput
          label={t('automation.into')}
          description={t('automation.into_hint')}
          value={action.ticket === 'linked' ? '' : (action.ticket ?? '')}
          onChange={(e) => { change({ ticket: e.currentTarget.value.trim() || 'linked' }); }}
        />
      );
    case 'http_request':
      return <WebhookField action={action} kind="signed" change={change} />;
    case 'post_message':
      return (
        <>
          <WebhookField action={action} kind="chat" change={change} />
          <Textarea
            label={t('automation.text')}
            description={t('automation.subject_hint')}
            autosize
            minRows={1}
            maxRows={6}
            maxLength={4000}
            value={action.text ?? ''}
            onChange={(e) => { change({ text: e.currentTarget.value }); }}
          />
        </>
      );
    case 'run_rule':
      return <OtherRule action={action} self={self} change={change} />;
    default:
      return null;
  }
}

type Field = Pick<Props, 'action' | 'change'>;

function DepartmentField({ action, change, label, empty }: Field & { label: string; empty: string }) {
  const { data: departments = [] } = useQuery(departmentsQuery);
  const chosen = action.department ?? '';
  const gone = chosen && !departments.some(({ id }) => id === chosen) ? [{ value: chosen, label: '—' }] : [];
  return (
    <NativeSelect
      label={label}
      value={chosen}
      onChange={(e) => { change({ department: e.currentTarget.value || null }); }}
      data={[{ value: '', label: empty }, ...departments.map(({ id, name }) => ({ value: id, label: name })), ...gone]}
    />
  );
}

function AssignField({ action, change, keep = false }: Field & { keep?: boolean }) {
  const { t } = useTranslation();
  const { data: agents = [] } = useQuery(agentsQuery);
  return (
    <NativeSelect
      label={t('automation.assign_to')}
      value={action.assign ?? 'keep'}
      onChange={(e) => { change({ assign: e.currentTarget.value }); }}
      data={[
        ...(keep ? [{ value: 'keep', label: t('automation.assign_keep') }] : []),
        ...ASSIGNING.map((value) => ({ value: value as string, label: t(`automation.assign_${value}`) })),
        ...agents.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

function TagsField({ action, names, change }: Field & { names: Record<string, string> }) {
  const { t } = useTranslation();
  const { tags, typed } = useTagSearch();
  return (
    <WordsInput
      label={t('condition.field_tag')}
      value={(action.tags ?? []).map((id) => names[id] ?? id)}
      change={(next) => { change({ tags: next }); }}
      onSearchChange={typed}
      // What the server found is shown as it is.
      filter={typed && (({ options }) => options)}
      data={tags.map(({ name }) => name)}
    />
  );
}

function Words({ action, change, hint }: Field & { hint?: string }) {
  const { t } = useTranslation();
  return <SmallEditor label={hint ?? t('automation.text')} html={action.html ?? ''} changed={(html) => { change({ html: html || null }); }} />;
}

/** Words of its own, or a predefined answer in what the customer speaks. */
function AnswerField({ action, change, own, hint }: Field & { own: string; hint?: string }) {
  const { t } = useTranslation();
  const { data: answers = [] } = useQuery(answersQuery);
  const chosen = action.predefined_answer ?? '';
  const offered = answers.filter(({ scope }) => scope !== 'personal').map(({ id, name }) => ({ value: id, label: name }));
  const gone = chosen && !offered.some(({ value }) => value === chosen) ? [{ value: chosen, label: '—' }] : [];
  const preview = answers.find(({ id }) => id === chosen);
  return (
    <>
      <NativeSelect
        label={t('automation.predefined')}
        description={<Link to="/settings/predefined-answers" className={classes.manage}>{t('automation.predefined_hint')}</Link>}
        value={chosen}
        onChange={(e) => { change(e.currentTarget.value ? { predefined_answer: e.currentTarget.value, html: null } : { predefined_answer: null }); }}
        data={[{ value: '', label: own }, ...offered, ...gone]}
      />
      {!chosen && <Words action={action} change={change} {...(hint && { hint })} />}
      {preview && <p className={classes.preview}>{previewOf(preview.html)}</p>}
    </>
  );
}

function Addresses({ action, change }: Field) {
  const { t } = useTranslation();
  return (
    <WordsInput
      label={t('automation.addresses')}
      placeholder={t('condition.hint_customer')}
      value={action.to ?? []}
      change={(to) => { change({ to }); }}
    />
  );
}

function Whom({ action, change, label }: Field & { label?: string }) {
  const { t } = useTranslation();
  const { data: agents = [] } = useQuery(agentsQuery);
  return (
    <MultiSelect
      label={label ?? t('automation.whom')}
      searchable
      value={action.agents ?? []}
      onChange={(next) => { change({ agents: next }); }}
      data={[{ value: 'assignee', label: t('condition.field_assignee') }, ...agents.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}

/** Held and drawn ones go to whom the night gives them. */
function EarnedBadge({ action, change }: Field) {
  const { t } = useTranslation();
  const { data: badges = [] } = useQuery(badgesQuery);
  const earned = badges.filter(({ kind, active }) => kind === 'earned' && active);
  return (
    <NativeSelect
      label={t('automation.badge')}
      description={earned.length === 0 ? t('automation.no_badge') : undefined}
      value={action.badge ?? ''}
      onChange={(e) => { change({ badge: e.currentTarget.value }); }}
      data={[{ value: '', label: '–' }, ...earned.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}

const HowLong = ({ action, change }: Field) => <Span seconds={action.seconds ?? 0} change={(seconds) => { change({ seconds }); }} />;

/** So many minutes, hours or days. */
export function Span({ seconds, change }: { seconds: number; change: (seconds: number) => void }) {
  const { t } = useTranslation();
  const unit = [...UNITS].reverse().find((one) => seconds > 0 && seconds % one === 0) ?? 60;
  return (
    <Columns>
      <NumberInput
        label={t('automation.how_long')}
        min={1}
        max={10_000}
        allowDecimal={false}
        value={seconds / unit}
        onChange={(next) => { change(Math.round(Number(next) || 0) * unit); }}
      />
      <NativeSelect
        label={t('condition.unit')}
        value={String(unit)}
        onChange={(e) => { change(Math.round(seconds / unit) * Number(e.currentTarget.value)); }}
        data={UNITS.map((one) => ({ value: String(one), label: t(`automation.unit_${UNIT_NAMES[one]}`) }))}
      />
    </Columns>
  );
}

function WebhookField({ action, kind, change }: Field & { kind: Webhook['kind'] }) {
  const { t } = useTranslation();
  const { data: webhooks = [] } = useQuery(webhooksQuery);
  return (
    <NativeSelect
      label={t('settings.webhook')}
      description={<Link to="/settings/webhooks" className={classes.manage}>{t('automation.webhook_hint')}</Link>}
      value={action.webhook ?? ''}
      onChange={(e) => { change({ webhook: e.currentTarget.value || null }); }}
      data={[{ value: '', label: t('condition.choose') }, ...webhooks.filter((one) => one.kind === kind).map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}

function LevelField({ action, change }: Field) {
  const { t } = useTranslation();
  const { data: levels = [] } = useQuery(levelsQuery);
  return (
    <NativeSelect
      label={t('condition.field_sla_level')}
      value={action.sla_level ?? ''}
      onChange={(e) => { change({ sla_level: e.currentTarget.value || null }); }}
      data={[{ value: '', label: t('condition.choose') }, ...levels.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}

function OtherRule({ action, self, change }: Field & { self: string | undefined }) {
  const { t } = useTranslation();
  const { data: rules = [] } = useQuery(rulesQuery());
  return (
    <NativeSelect
      label={t('automation.rule')}
      value={action.rule ?? ''}
      onChange={(e) => { change({ rule: e.currentTarget.value || null }); }}
      data={[{ value: '', label: t('condition.choose') }, ...rules.filter(({ id }) => id !== self).map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}
