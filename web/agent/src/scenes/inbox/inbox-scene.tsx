import { getRouteApi } from '@tanstack/react-router';
import { IconInbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { viewOf } from '@/features/navigation/views';
import { Empty } from '@/kit/states';

const route = getRouteApi('/shell/tickets');

export function InboxScene() {
  const { t } = useTranslation();
  const view = viewOf(route.useSearch());
  return <Empty icon={<IconInbox size={28} />} title={t(`view.${view}`)} />;
}
