import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCommands } from '@/kit/commands';
import { myDraftsQuery } from './draft';

const OFFERED = 10;

/** Offers what was begun last in the palette. */
export function useDraftCommands() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data } = useQuery(myDraftsQuery);
  useCommands(
    (data ?? []).slice(0, OFFERED).map((draft) => ({
      id: `draft-${draft.ticket}-${draft.type}`,
      label: t('draft.continue', { subject: draft.subject }),
      group: t('draft.drafts'),
      act: () => void navigate({ to: '/tickets/$code', params: { code: draft.ticket }, search: { view: 'all' } }),
    })),
  );
}
