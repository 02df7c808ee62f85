import { ActionIcon, Button, Modal, Textarea, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconBan } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Rating } from '@/api/types';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { failed } from '@/kit/toast';
import { REASON_LENGTH_MAX, useInvalidateRating } from './ratings';

/** Takes a rating out of the figures, with a reason everybody who sees it can read; or puts it back. */
export function InvalidateRating({ rating }: { rating: Rating }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const change = useInvalidateRating(rating);
  if (!rating.abilities.invalidate) return null;
  if (rating.invalidated) {
    return (
      <Tooltip label={t('rating.restore')}>
        <ActionIcon size={24} aria-label={t('rating.restore')} loading={change.isPending} onClick={() => { change.mutate({ invalidated: false }, { onError: failed }); }}>
          <IconArrowBackUp size={15} />
        </ActionIcon>
      </Tooltip>
    );
  }
  const close = () => { setAsking(false); };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ invalidated: true, reason }, { onSuccess: close });
  };
  return (
    <>
      <Tooltip label={t('rating.invalidate')}>
        <ActionIcon size={24} aria-label={t('rating.invalidate')} onClick={() => { setAsking(true); }}>
          <IconBan size={15} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={asking} onClose={close} title={t('rating.invalidate')} centered>
        <form onSubmit={submit}>
          <Textarea
            label={t('rating.reason')}
            description={t('rating.invalidate_hint')}
            required
            autosize
            minRows={2}
            maxLength={REASON_LENGTH_MAX}
            value={reason}
            onChange={(e) => { setReason(e.currentTarget.value); }}
            data-autofocus
          />
          <FormError message={change.error && explain(asProblem(change.error), t)} />
          <FormEnd>
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={!reason.trim()}>
              {t('rating.invalidate')}
            </Button>
          </FormEnd>
        </form>
      </Modal>
    </>
  );
}
