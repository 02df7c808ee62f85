import { useTranslation } from 'react-i18next';
import type { KpiDefinition, KpiValue } from './figures';
import { shown } from './shown';
import { formulaOf } from './words';
import classes from './reports.module.css';

/** A figure explained: its formula, and the very numbers that went in. */
export function Formula({ id, definition, value }: { id: string; definition: KpiDefinition; value: KpiValue }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  return (
    <dl className={classes.formula}>
      <div>
        <dt>{t('reports.formula')}</dt>
        <dd>{formulaOf(id, definition, t)}</dd>
      </div>
      <div>
        <dt>{t('reports.reckoned')}</dt>
        <dd>
          {value.denominator === null
            ? shown(value.value, definition.unit, i18n.language)
            : `${number.format(value.numerator)} ÷ ${number.format(value.denominator)} = ${shown(value.value, definition.unit, i18n.language)}`}
        </dd>
      </div>
      {value.median !== undefined && (
        <div>
          <dt>{t('reports.median_p90')}</dt>
          <dd>
            {shown(value.median, definition.unit, i18n.language)} · {shown(value.p90, definition.unit, i18n.language)}
          </dd>
        </div>
      )}
      {value.provisional && (
        <div>
          <dt>{t('reports.provisional')}</dt>
          <dd>{t('reports.provisional_hint')}</dd>
        </div>
      )}
    </dl>
  );
}
