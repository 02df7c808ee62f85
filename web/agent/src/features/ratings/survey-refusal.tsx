import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/features/session/session';
import { refusalQuery, useTakeRefusalBack } from './surveys';
import classes from './ratings.module.css';

/** Says so where a customer wants no more surveys; who edits customers may let them be asked again. */
export function SurveyRefusal({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const may = useMay('customers_edit');
  const { data } = useQuery(refusalQuery(customer));
  const takeBack = useTakeRefusalBack(customer);
  if (!data?.since) return null;
  return (
    <p className={classes.refusal}>
      {t('survey.refuses')}
      {may && (
        <Button size="xs" variant="subtle" loading={takeBack.isPending} onClick={() => { takeBack.mutate(); }}>
          {t('survey.ask_again')}
        </Button>
      )}
    </p>
  );
}
