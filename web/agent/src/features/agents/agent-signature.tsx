import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '@/api/types';
import { SmallEditor } from '@/features/composer/small-editor';
import { FormEnd, FormError } from '@/kit/form';
import { useSeen } from '@/kit/seen';
import { told } from '@/kit/toast';
import { useChangeAgent } from './edit-agent';

/** What stands under an agent's answers where no department says otherwise. */
export function AgentSignature({ agent }: { agent: Agent }) {
  const { t } = useTranslation();
  const [written, setWritten] = useState<string>();
  const change = useChangeAgent();
  const seen = useSeen(agent.version);
  return (
    <>
      <SmallEditor label={t('agent.signature')} html={agent.signature_html ?? ''} changed={setWritten} />
      <FormError message={seen.message(change.error)} />
      <FormEnd>
        <Button
          disabled={written === undefined}
          loading={change.isPending}
          onClick={() => {
            change.mutate(
              { id: agent.id, signature_html: written ?? null },
              { onError: seen.onError, onSuccess: (now) => { seen.saved(now); told(t('common.saved')); } },
            );
          }}
        >
          {t('common.save')}
        </Button>
      </FormEnd>
    </>
  );
}
