import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tag } from '@/api/types';
import { useTagChoices } from '@/features/tickets/choices';
import { Confirm } from '@/kit/confirm';
import { PickDialog } from '@/kit/picker';
import { useDeleteTag, useMergeTag } from './edit-tag';
import { tagUsageQuery } from './tags';

/** A tag goes, into another or altogether; how many tickets that changes is said before. */
export function TagGoing({ tag, how, close }: { tag: Tag; how: 'merge' | 'delete'; close: () => void }) {
  const { t } = useTranslation();
  const { data: usage } = useQuery(tagUsageQuery(tag.id));
  const [into, setInto] = useState<string>();
  const { choices, typed } = useTagChoices();
  const others = choices.filter((choice) => choice.value !== tag.name);
  const drop = useDeleteTag();
  const merge = useMergeTag();
  const picking = how === 'merge' && into === undefined;
  return (
    <>
      <PickDialog opened={picking} close={() => { if (into === undefined) close(); }} label={t('tag.merge')} choices={others} typed={typed} choose={setInto} several />
      <Confirm
        opened={!picking}
        close={close}
        title={into ? `${tag.name} → ${into}` : tag.name}
        verb={t(into ? 'tag.merge_verb' : 'word.delete')}
        busy={drop.isPending || merge.isPending}
        act={() => {
          if (into) merge.mutate({ id: tag.id, into }, { onSuccess: close });
          else drop.mutate(tag.id, { onSuccess: close });
        }}
      >
        <p>{t('tag.worn', { n: usage?.tickets ?? '…' })}</p>
        <p>{t(into ? 'tag.merge_hint' : 'tag.delete_hint')}</p>
      </Confirm>
    </>
  );
}
