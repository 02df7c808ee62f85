import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Skill } from '@/api/types';
import { Confirm } from '@/kit/confirm';
import { PickDialog } from '@/kit/picker';
import { useDeleteSkill, useMergeSkill } from './edit-skills';

/** A skill goes, into another or altogether; how many agents that changes is said before. */
export function SkillGoing({ skill, skills, how, close }: { skill: Skill; skills: Skill[]; how: 'merge' | 'delete'; close: () => void }) {
  const { t } = useTranslation();
  const [into, setInto] = useState<Skill>();
  const drop = useDeleteSkill();
  const merge = useMergeSkill();
  const picking = how === 'merge' && !into;
  const others = skills.filter((one) => one.id !== skill.id);
  return (
    <>
      <PickDialog
        opened={picking}
        close={() => { if (!into) close(); }}
        label={t('skill.merge')}
        choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        choose={(id) => { setInto(others.find((one) => one.id === id)); }}
        several
      />
      <Confirm
        opened={!picking}
        close={close}
        title={into ? `${skill.name} → ${into.name}` : skill.name}
        verb={t(into ? 'tag.merge_verb' : 'word.delete')}
        busy={drop.isPending || merge.isPending}
        act={() => {
          if (into) merge.mutate({ id: skill.id, into: into.id }, { onSuccess: close });
          else drop.mutate(skill.id, { onSuccess: close });
        }}
      >
        <p>{t('skill.had_by', { count: skill.agents })}</p>
        <p>{t(into ? 'skill.merge_hint' : 'skill.delete_hint')}</p>
      </Confirm>
    </>
  );
}
