import { Modal, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type MailTemplate } from '@/api/types';
import { previewOf } from '@/features/canned/ready';
import { TemplateForm } from '@/features/templates/template-form';
import { KINDS, templatesQuery } from '@/features/templates/templates';
import { LANGUAGE_NAMES } from '@/i18n';
import { Line, Lines, Section, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import classes from './settings.module.css';

/** What the desk's own mails say. */
export function TemplatesScene() {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery(templatesQuery);
  const [language, setLanguage] = useState(i18n.language);
  const [edited, setEdited] = useState<MailTemplate>();
  const close = () => { setEdited(undefined); };
  const spoken = data?.filter((template) => template.language === language) ?? [];
  const of = (kind: (typeof KINDS)[number]) => spoken.filter((template) => template.kind === kind);

  return (
    <Sheet title={t('settings.templates')} lead={t('templates.lead')}>
      <div className={classes.tools}>
        <NativeSelect
          aria-label={t('app.language')}
          value={language}
          onChange={(e) => { setLanguage(e.currentTarget.value); }}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
      </div>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={5} height={56} />}
      {data && (['customers', 'agents'] as const).map((whom) => (
        <Section key={whom} title={t(`templates.to_${whom}`)} lead={t(`templates.to_${whom}_hint`)}>
          <Lines label={t(`templates.to_${whom}`)}>
            {KINDS.flatMap(of)
              .filter((template) => template.to_agents === (whom === 'agents'))
              .map((template) => (
                <Line
                  key={`${template.kind} ${template.department?.id}`}
                  title={
                    <button type="button" className={classes.open} onClick={() => { setEdited(template); }}>
                      {t(`templates.kind_${template.kind}`)}
                    </button>
                  }
                  detail={previewOf(template.html)}
                  facts={
                    <>
                      {!template.to_agents && (template.department?.name ?? t('templates.all_departments'))}
                      {!template.to_agents && <br />}
                      {t(template.shipped ? 'templates.shipped' : 'templates.rewritten')}
                    </>
                  }
                />
              ))}
          </Lines>
        </Section>
      ))}
      <Modal opened={edited !== undefined} onClose={close} title={edited && t(`templates.kind_${edited.kind}`)} size={640} centered>
        {edited && <TemplateForm template={edited} done={close} />}
      </Modal>
    </Sheet>
  );
}
