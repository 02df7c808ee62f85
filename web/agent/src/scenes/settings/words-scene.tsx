import { useTranslation } from 'react-i18next';
import { RuleEditor } from '@/features/words/rule-editor';
import { WordListEditor } from '@/features/words/word-list';
import { Section, Sheet } from '@/kit/sheet';

/** The workspace's own words for tickets. */
export function WordsScene() {
  const { t } = useTranslation();
  return (
    <Sheet title={t('settings.words')} lead={t('word.lead')}>
      <Section title={t('word.types')}>
        <WordListEditor list="ticket-types" label={t('word.types')} empty={t('word.none')} />
      </Section>
      <Section title={t('word.sub_statuses')} lead={t('word.sub_statuses_lead')}>
        <WordListEditor list="sub-statuses" label={t('word.sub_statuses')} empty={t('word.none')} />
      </Section>
      <Section title={t('word.dispositions')} lead={t('word.dispositions_lead')}>
        <WordListEditor list="dispositions" label={t('word.dispositions')} empty={t('word.none')} />
      </Section>
      <Section title={t('rule.title')} lead={t('rule.lead')}>
        <RuleEditor />
      </Section>
    </Sheet>
  );
}
