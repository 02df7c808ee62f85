import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '@/kit/sheet';
import { autoAnswersQuery, useChooseAutoAnswers } from './templates';
import classes from './templates.module.css';

const WHEN = ['on_creation', 'out_of_hours', 'holiday'] as const;

/** What a department answers by itself to a new ticket; nothing until somebody switches it on. */
export function DepartmentAutoAnswers({ department }: { department: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(autoAnswersQuery(department));
  const choose = useChooseAutoAnswers(department);
  return (
    <Section
      title={t('templates.auto_answers')}
      lead={t('templates.auto_answers_hint')}
      action={<Link to="/settings/templates" className={classes.link}>{t('templates.edit_texts')}</Link>}
    >
      <div className={classes.switches}>
        {WHEN.map((when) => (
          <Switch
            key={when}
            label={t(`templates.when_${when}`)}
            description={t(`templates.when_${when}_hint`)}
            disabled={!data || choose.isPending}
            checked={data?.[when] ?? false}
            onChange={(e) => { if (data) choose.mutate({ ...data, [when]: e.currentTarget.checked }); }}
          />
        ))}
      </div>
    </Section>
  );
}
