import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { tongueChoices } from './tongues';

/** The languages an agent can answer in: routing by skill looks for the customer's among them. */
export function TonguesField({ value, change, disabled }: { value: string[]; change: (value: string[]) => void; disabled?: boolean }) {
  const { t, i18n } = useTranslation();
  return (
    <MultiSelect
      label={t('agent.languages')}
      description={t('agent.languages_hint')}
      data={tongueChoices(value, i18n.language)}
      value={value}
      onChange={change}
      disabled={disabled}
      searchable
      hidePickedOptions
      maxValues={50}
      nothingFoundMessage={t('choice.nothing')}
    />
  );
}
