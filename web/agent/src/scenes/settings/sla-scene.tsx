import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Levels } from '@/features/slas/levels';
import { Rules } from '@/features/slas/rules';
import { Sheet } from '@/kit/sheet';

export function SlaScene() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Sheet
      title={t('settings.sla')}
      lead={t('sla.lead')}
      action={
        <Button variant="default" leftSection={<IconListCheck size={16} />} onClick={() => void navigate({ to: '/settings/sla-log' })}>
          {t('settings.sla_log')}
        </Button>
      }
    >
      <Levels />
      <Rules />
    </Sheet>
  );
}
