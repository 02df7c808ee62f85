import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReportAnswer, ReportColumn } from './figures';
import { change, isBetter, shown } from './shown';
import classes from './reports.module.css';

interface Props {
  label: string;
  /** What a row is. */
  head: string;
  data: ReportAnswer;
  columns: ReportColumn[];
  titles: Record<string, string>;
  nameOf: (key: Record<string, string>) => string;
  /** A column, descending with a minus before it. */
  sort: string;
  sortBy: (sort: string) => void;
}

const FILTERS = ['agent', 'department', 'channel', 'tag'] as const;

const narrowedTo = (key: Record<string, string>) => Object.fromEntries(FILTERS.flatMap((filter) => (key[filter] ? [[filter, key[filter]]] : [])));

const keyOf = (key: Record<string, string>) => JSON.stringify(key);

/** Rows by name or by any column; where a value is missing it stands last, whichever way. */
export function ReportTable({ label, head, data, columns, titles, nameOf, sort, sortBy }: Props) {
  const { t, i18n } = useTranslation();
  const by = sort.replace(/^-/, '');
  const down = sort.startsWith('-');
  const collator = new Intl.Collator(i18n.language, { numeric: true });
  const rows = [...data.rows].sort((a, b) => {
    const [left, right] = [a.values[by] ?? null, b.values[by] ?? null];
    if (by !== 'name' && (left === null) !== (right === null)) return left === null ? 1 : -1;
    const order = by === 'name' || left === null || right === null ? 0 : left - right;
    return (down ? -order : order) || (by === 'name' && down ? -1 : 1) * collator.compare(a.key.from ?? nameOf(a.key), b.key.from ?? nameOf(b.key));
  });
  const Direction = down ? IconArrowDown : IconArrowUp;
  const heading = (id: string, title: string, number: boolean) => (
    <th key={id} scope="col" className={number ? classes.number : undefined} aria-sort={by === id ? (down ? 'descending' : 'ascending') : undefined}>
      <button type="button" className={classes.sorter} onClick={() => { sortBy(by === id && down === number ? (down ? id : `-${id}`) : number ? `-${id}` : id); }}>
        {title}
        {by === id && <Direction size={12} aria-hidden="true" />}
      </button>
    </th>
  );
  const cell = ({ id, unit }: ReportColumn, value: number | null | undefined, was: number | null | undefined) => {
    const difference = change(value, was, unit, i18n.language);
    return (
      <td key={id} className={classes.number}>
        {shown(value, unit, i18n.language)}
        {difference !== undefined && (
          <div className={classes.cardChange} data-better={isBetter(id, (value ?? 0) - (was ?? 0))}>
            {difference}
          </div>
        )}
      </td>
    );
  };
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            {heading('name', head, false)}
            {columns.map(({ id, title }) => heading(id, titles[id] ?? title, true))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row.key)}>
              <th scope="row">
                {FILTERS.some((filter) => row.key[filter]) ? (
                  <Link to="/reports" search={(was) => ({ ...was, ...narrowedTo(row.key) })} title={t('reports.open_kpis')}>
                    {nameOf(row.key)}
                  </Link>
                ) : (
                  nameOf(row.key)
                )}
              </th>
              {columns.map((column) => cell(column, row.values[column.id], row.before?.[column.id]))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('reports.total')}</th>
            {columns.map((column) => cell(column, data.total[column.id], data.before?.total[column.id]))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
