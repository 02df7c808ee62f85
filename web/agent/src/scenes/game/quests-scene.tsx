import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quest } from '@/api/types';
import { QuestList } from '@/features/quests/quest-list';
import { useMay } from '@/features/session/session';
import { Sheet } from '@/kit/sheet';

/** Quests: mine, and for who manages the workspace all of them. */
export function QuestsScene() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Quest | null>();
  const edits = useMay('workspace_manage');
  return (
    <Sheet title={t('quest.title')} lead={t('quest.lead')} action={edits ? <Button onClick={() => { setEdited(null); }}>{t('quest.new')}</Button> : undefined}>
      <QuestList edited={edited} edit={setEdited} />
    </Sheet>
  );
}
