import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditLine } from '@/api/types';
import { auditQuery, NO_FILTER } from '@/features/audit/audit';
import { auditKind } from '@/features/audit/kinds';
import { AuditTools } from '@/features/audit/audit-tools';
import { Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import classes from './settings.module.css';

/** Ids say nothing to people; the names stand beside them. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function detailOf(detail: AuditLine['detail']): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && !UUID.test(String(value)))
    .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${shown(value)}`)
    .join(' · ');
}

const byOf = ({ by }: AuditLine) => by.name ?? by.kind;

export function AuditScene() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(NO_FILTER);
  const actionOf = ({ action }: AuditLine) => {
    const kind = auditKind(action);
    return kind ? t(`audit_kind.${kind}`) : action;
  };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(auditQuery(filter));
  const lines = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Sheet title={t('settings.audit')} lead={t('audit.lead')}>
      <AuditTools filter={filter} change={(part) => { setFilter((before) => ({ ...before, ...part })); }} />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={12} height={32} />}
      {lines.length > 0 && (
        <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('settings.audit')}>
          <table className={`${classes.table} ${classes.cards}`}>
            <thead>
              <tr>
                <th scope="col">{t('audit.when')}</th>
                <th scope="col">{t('audit.who')}</th>
                <th scope="col">{t('audit.what')}</th>
                <th scope="col">{t('audit.detail')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.seq}>
                  <td data-label={t('audit.when')}>
                    <When at={line.at} />
                  </td>
                  <td data-label={t('audit.who')}>{byOf(line)}</td>
                  <td data-label={t('audit.what')}>
                    <span>
                      <span title={line.action}>{actionOf(line)}</span> {line.subject && <strong>{line.subject.name}</strong>}
                    </span>
                  </td>
                  {detailOf(line.detail) ? <td data-label={t('audit.detail')}>{detailOf(line.detail)}</td> : <td />}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage} mt="md">
          {t('common.more')}
        </Button>
      )}
    </Sheet>
  );
}
