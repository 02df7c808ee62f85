import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { IconDots, IconSparkles } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Skill } from '@/api/types';
import { skillsQuery } from '@/features/agents/agents';
import { useAddSkill, useRenameSkill } from '@/features/agents/edit-skills';
import { SkillGoing } from '@/features/agents/skill-going';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import classes from './settings.module.css';

const NAME_MAX = 100;

export function SkillsScene() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(skillsQuery);
  const [name, setName] = useState('');
  const [gone, setGone] = useState<{ skill: Skill; how: 'merge' | 'delete' }>();
  const add = useAddSkill();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(name.trim(), { onSuccess: () => { setName(''); } });
  };
  return (
    <Sheet title={t('settings.skills')} lead={t('skill.lead')}>
      <form onSubmit={submit} className={classes.tools}>
        <TextInput aria-label={t('skill.new')} placeholder={t('skill.new')} maxLength={NAME_MAX} value={name} onChange={(e) => { setName(e.currentTarget.value); }} />
        <Button type="submit" disabled={!name.trim()} loading={add.isPending}>
          {t('common.add')}
        </Button>
      </form>
      <FormError message={add.error && explain(asProblem(add.error), t)} />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={4} height={48} />}
      {data?.length === 0 && <p>{t('skill.none')}</p>}
      <Lines label={t('settings.skills')}>
        {data?.map((skill) => (
          <SkillLine key={skill.id} skill={skill} lonely={data.length < 2} go={(how) => { setGone({ skill, how }); }} />
        ))}
      </Lines>
      {gone && <SkillGoing key={gone.skill.id + gone.how} {...gone} skills={data ?? []} close={() => { setGone(undefined); }} />}
    </Sheet>
  );
}

function SkillLine({ skill, lonely, go }: { skill: Skill; lonely: boolean; go: (how: 'merge' | 'delete') => void }) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<string>();
  const rename = useRenameSkill();
  const save = (event: FormEvent) => {
    event.preventDefault();
    const name = edited?.trim();
    if (name && name !== skill.name) rename.mutate({ id: skill.id, name });
    setEdited(undefined);
  };
  return (
    <Line
      lead={<IconSparkles size={16} aria-hidden="true" />}
      title={
        edited === undefined ? (
          skill.name
        ) : (
          <form onSubmit={save}>
            <TextInput aria-label={t('common.name')} value={edited} maxLength={NAME_MAX} autoFocus onBlur={save} onChange={(e) => { setEdited(e.currentTarget.value); }} />
          </form>
        )
      }
      facts={t('skill.had_by', { count: skill.agents })}
      actions={
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('common.more_of', { name: skill.name })}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => { setEdited(skill.name); }}>{t('word.rename')}</Menu.Item>
            {!lonely && <Menu.Item onClick={() => { go('merge'); }}>{t('skill.merge')}</Menu.Item>}
            <Menu.Item color="red" onClick={() => { go('delete'); }}>{t('word.delete')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      }
    />
  );
}
