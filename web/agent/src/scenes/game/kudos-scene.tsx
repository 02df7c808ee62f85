import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import GiveKudos from '@/features/kudos/give-kudos';
import { allowanceQuery } from '@/features/kudos/kudos';
import { KudosList } from '@/features/kudos/kudos-list';
import { KudosSettings } from '@/features/kudos/kudos-settings';
import { Sheet } from '@/kit/sheet';

/** Who thanked whom, and thanking somebody oneself. */
export function KudosScene() {
  const { t } = useTranslation();
  const [giving, setGiving] = useState(false);
  const { data: allowance } = useQuery(allowanceQuery);
  return (
    <Sheet
      title={t('kudos.title')}
      lead={
        <>
          {t('kudos.lead')} {allowance && t('kudos.left', { left: allowance.left, count: allowance.per_month })}
        </>
      }
      action={<Button onClick={() => { setGiving(true); }}>{t('kudos.give')}</Button>}
    >
      <KudosList />
      <KudosSettings />
      {giving && <GiveKudos close={() => { setGiving(false); }} />}
    </Sheet>
  );
}
