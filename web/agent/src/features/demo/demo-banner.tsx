import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/query-client';
import { FormEnd } from '@/kit/form';
import { demoQuery, useEndDemo } from './demo';
import classes from './demo-banner.module.css';

/** Above everything in a demonstration workspace: says what it is, and the way out. */
export function DemoBanner({ owner }: { owner: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: demo } = useQuery(demoQuery);
  const [asked, ask] = useDisclosure(false);
  const end = useEndDemo();
  const filling = demo?.state === 'filling';
  const before = useRef(demo?.state);

  useEffect(() => {
    if (before.current === 'filling' && demo?.state === 'ready') void client.invalidateQueries();
    else if (demo?.state === 'filling') void client.invalidateQueries({ queryKey: keys.lists });
    before.current = demo?.state;
  }, [client, demo?.state, demo?.done]);

  const start = () => { end.mutate(undefined, { onSuccess: () => void navigate({ to: '/set-up', replace: true }) }); };

  return (
    <aside className={classes.banner} aria-label={t('demo.label')}>
      <span aria-live="polite">
        {filling && demo.total > 0
          ? t('demo.filling', { percent: Math.floor((demo.done / demo.total) * 100) })
          : t('demo.banner')}
      </span>
      {owner && !filling && (
        <Button size="xs" variant="default" onClick={ask.open}>
          {t('demo.start_for_real')}
        </Button>
      )}
      <Modal opened={asked} onClose={ask.close} title={t('demo.start_for_real')} centered>
        <p>{t('demo.end_explained')}</p>
        <FormEnd>
          <Button variant="default" onClick={ask.close}>
            {t('common.cancel')}
          </Button>
          <Button onClick={start} loading={end.isPending}>
            {t('demo.end_confirm')}
          </Button>
        </FormEnd>
      </Modal>
    </aside>
  );
}
