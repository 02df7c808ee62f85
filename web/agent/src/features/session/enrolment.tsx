import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { RecoveryCodes } from '@/features/security/recovery-codes';
import { TotpOffer } from '@/features/security/totp-offer';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';
import { useBeginEnrolment, useConfirmEnrolment } from './second-step';

/** The workspace asks for a second factor: it is set up before one is in. */
export function Enrolment({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const { mutate: begin, data: offer, error } = useBeginEnrolment();
  const confirm = useConfirmEnrolment();
  useEffect(() => { begin(); }, [begin]);
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recovery_codes} done={done} />;
  return (
    <>
      <FormError message={error ? explain(asProblem(error), t) : null} />
      {offer && <TotpOffer offer={offer} confirm={(code) => { confirm.mutate(code); }} busy={confirm.isPending} error={confirm.error} />}
    </>
  );
}
