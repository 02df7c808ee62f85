import { useTranslation } from 'react-i18next';
import type { RuleDryRun } from '@/api/types';
import { useConditionChoices } from '@/features/views/choices';
import { isField, OWN, HEADER } from '@/features/views/fields';

type Failed = RuleDryRun['items'][number]['failed'][number];

/** A test that did not hold, in words: what was wanted, and what the ticket has. */
export function useWhy(names: Record<string, string>) {
  const { t } = useTranslation();
  const choices = useConditionChoices(names, true);
  const said = (field: string, values: readonly string[]) =>
    values.map((value) => choices.of(field).find((one) => one.value === value)?.label ?? names[value] ?? value).join(', ');
  const nameOf = (field: string) =>
    isField(field)
      ? t(`condition.field_${field}`)
      : field.startsWith(HEADER)
        ? field.slice(HEADER.length)
        : (choices.own.find(({ key }) => OWN + key === field)?.name ?? field);
  return ({ field, op, wanted, has }: Failed) =>
    t('automation.why', {
      field: nameOf(field),
      op: t(`condition.op_${op as 'is'}`),
      wanted: said(field, wanted),
      has: has.length > 0 ? said(field, has) : t('automation.nothing'),
    });
}
