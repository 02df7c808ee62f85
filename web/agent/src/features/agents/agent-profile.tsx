import { Button, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { LANGUAGES, type Agent } from '@/api/types';
import { timeZones } from '@/features/setup/setup';
import { LANGUAGE_NAMES } from '@/i18n';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { useSeen } from '@/kit/seen';
import { told } from '@/kit/toast';
import { rolesQuery, skillsQuery } from './agents';
import { useChangeAgent } from './edit-agent';
import { useRoleName } from './role-name';
import { TonguesField } from './tongues-field';
import classes from './agents.module.css';

/** Who an agent is, to colleagues and to customers, and what they can. */
export function AgentProfile({ agent, fixed }: { agent: Agent; fixed: boolean }) {
  const { t } = useTranslation();
  const { data: roles = [] } = useQuery(rolesQuery);
  const { data: skills = [] } = useQuery(skillsQuery);
  const roleName = useRoleName();
  const zones = useMemo(() => timeZones(), []);
  const [words, setWords] = useState({
    name: agent.name,
    email: agent.email,
    alias: agent.alias ?? '',
    role: agent.role,
    language: agent.language,
    time_zone: agent.time_zone ?? '',
    languages: agent.languages,
    skills: agent.skills,
  });
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const change = useChangeAgent();
  const seen = useSeen(agent.version);
  const problem = change.error && asProblem(change.error);
  const names = [...new Set([words.role, ...roles.map((role) => role.name)])];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { email, role, ...rest } = words;
    change.mutate(
      {
        id: agent.id,
        seen: seen.headers,
        ...rest,
        name: words.name.trim(),
        alias: words.alias.trim() || null,
        time_zone: words.time_zone || null,
        ...(role !== agent.role && { role }),
        ...(email !== agent.email && { email }),
      },
      { onError: seen.onError, onSuccess: (now) => { seen.saved(now); told(t('common.saved')); } },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <fieldset className={classes.plain} disabled={fixed}>
        <Columns>
          <TextInput label={t('common.person_name')} value={words.name} onChange={(e) => { set({ name: e.currentTarget.value }); }} error={problem?.of('name')} />
          <TextInput label={t('sign_in.email')} type="email" value={words.email} onChange={(e) => { set({ email: e.currentTarget.value }); }} error={problem?.of('email')} />
          <TextInput label={t('agent.alias')} description={t('agent.alias_hint')} value={words.alias} onChange={(e) => { set({ alias: e.currentTarget.value }); }} error={problem?.of('alias')} />
          <NativeSelect label={t('agent.role')} value={words.role} onChange={(e) => { set({ role: e.currentTarget.value }); }} data={names.map((name) => ({ value: name, label: roleName(name) }))} error={problem?.of('role')} />
          <NativeSelect
            label={t('app.language')}
            value={words.language}
            onChange={(e) => { set({ language: e.currentTarget.value }); }}
            data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          />
          <NativeSelect
            label={t('setup.time_zone')}
            value={words.time_zone}
            onChange={(e) => { set({ time_zone: e.currentTarget.value }); }}
            data={[{ value: '', label: t('agent.zone_workspace') }, ...new Set([...(words.time_zone ? [words.time_zone] : []), ...zones])]}
            error={problem?.of('time_zone')}
          />
        </Columns>
        <div className={classes.wide}>
          <TonguesField value={words.languages} change={(languages) => { set({ languages }); }} disabled={fixed} />
          <TagsInput
            label={t('agent.skills')}
            description={t('agent.skills_hint')}
            data={skills.map((skill) => skill.name)}
            value={words.skills}
            onChange={(list) => { set({ skills: list }); }}
            disabled={fixed}
            maxTags={50}
            error={problem?.of('skills')}
          />
        </div>
      </fieldset>
      <FormError message={seen.message(change.error)} />
      {!fixed && (
        <FormEnd>
          <Button type="submit" loading={change.isPending} disabled={!words.name.trim() || !words.email.trim()}>
            {t('common.save')}
          </Button>
        </FormEnd>
      )}
    </form>
  );
}
