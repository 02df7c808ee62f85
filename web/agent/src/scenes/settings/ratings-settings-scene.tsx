import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Surveys } from '@/features/ratings/survey-list';
import { ratingSettingQuery, useAskForRatings } from '@/features/ratings/ratings';
import { Section, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { told } from '@/kit/toast';
import classes from './settings.module.css';

/** Whether and how customers are asked. */
export function RatingsSettingsScene() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(ratingSettingQuery);
  const ask = useAskForRatings();
  return (
    <Sheet title={t('settings.ratings')} lead={t('rating.settings_lead')}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={48} />}
      {data && (
        <Section title={t('rating.answers')} lead={t('rating.answers_lead')}>
          <Switch
            label={t('rating.ask')}
            description={t('rating.ask_hint')}
            checked={ask.isPending ? ask.variables : data.on_answers}
            onChange={(e) => { ask.mutate(e.currentTarget.checked, { onSuccess: () => { told(t('common.saved')); } }); }}
          />
          {data.on_answers && !data.origin && <p className={classes.broken}>{t('rating.nowhere')}</p>}
        </Section>
      )}
      <Surveys />
    </Sheet>
  );
}
