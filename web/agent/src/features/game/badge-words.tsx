import { Tabs, Textarea, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '@/api/types';
import { languageName } from '@/features/answers/answers';
import { NAME_LENGTH_MAX, TEXT_LENGTH_MAX } from './game';

export type Texts = Record<string, { name: string; text: string }>;

const EMPTY = { name: '', text: '' };

interface Props {
  texts: Texts;
  change: (texts: Texts) => void;
  hint: (language: string) => { name: string; text: string } | undefined;
  /** Several lines instead of one, of at most so many characters. */
  long?: { label: string; max: number };
}

/** A name and a line in each language; what stays empty is said as Fourleaf says it, or in another language. */
export function BadgeWords({ texts, change, hint, long }: Props) {
  const { t, i18n } = useTranslation();
  const [shown, setShown] = useState(i18n.language);
  const set = (language: string, part: Partial<typeof EMPTY>) => { change({ ...texts, [language]: { ...(texts[language] ?? EMPTY), ...part } }); };
  return (
    <Tabs value={shown} onChange={(language) => { if (language) setShown(language); }} keepMounted={false}>
      <Tabs.List aria-label={t('app.language')}>
        {LANGUAGES.map((language) => (
          <Tabs.Tab key={language} value={language} rightSection={texts[language]?.name ? <IconCheck size={14} aria-label={t('answers.written')} /> : undefined}>
            {languageName(language)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {LANGUAGES.map((language) => (
        <Tabs.Panel key={language} value={language} pt={12}>
          <TextInput label={t('common.name')} value={texts[language]?.name ?? ''} placeholder={hint(language)?.name} maxLength={NAME_LENGTH_MAX} onChange={(e) => { set(language, { name: e.currentTarget.value }); }} />
          {long ? (
            <Textarea mt={12} label={long.label} autosize minRows={2} maxRows={6} value={texts[language]?.text ?? ''} placeholder={hint(language)?.text} maxLength={long.max} onChange={(e) => { set(language, { text: e.currentTarget.value }); }} />
          ) : (
            <TextInput mt={12} label={t('game.text')} value={texts[language]?.text ?? ''} placeholder={hint(language)?.text} maxLength={TEXT_LENGTH_MAX} onChange={(e) => { set(language, { text: e.currentTarget.value }); }} />
          )}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
