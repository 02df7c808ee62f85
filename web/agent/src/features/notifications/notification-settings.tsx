import { Button, Checkbox, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotificationHow } from '@/api/types';
import { failed } from '@/kit/toast';
import { notificationSettingsQuery, useChangeNotificationSettings, type Preference } from './notifications';
import { noticesAllowed } from './use-browser-notices';
import classes from './notification-settings.module.css';

const WAYS = ['in_app', 'browser', 'mail'] as const;
const MINUTES_MAX = 10_080;

/** Of what one is told, and how. */
export function NotificationSettings() {
  const { t } = useTranslation();
  const { data } = useQuery(notificationSettingsQuery);
  const change = useChangeNotificationSettings();
  const [allowed, setAllowed] = useState(noticesAllowed);
  if (!data) return null;
  const wish = (preference: Preference) => { change.mutate(preference, { onError: failed }); };
  const set = (how: NotificationHow, way: (typeof WAYS)[number], on: boolean) => {
    wish({ kinds: [{ ...how, [way]: on }] });
    if (way === 'browser' && on && 'Notification' in window) void Notification.requestPermission().then(() => { setAllowed(noticesAllowed()); });
  };
  const off = (how: NotificationHow, way: (typeof WAYS)[number]) => (way !== 'in_app' && !how.in_app) || (way === 'mail' && !data.mail_possible);
  return (
    <div className={classes.settings} id="notifications">
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            {WAYS.map((way) => (
              <th key={way} scope="col">
                {t(`notification.way_${way}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.kinds.map((how) => (
            <tr key={how.kind}>
              <th scope="row">{t(`notification.kind_${how.kind}`)}</th>
              {WAYS.map((way) => (
                <td key={way}>
                  <Checkbox
                    aria-label={`${t(`notification.kind_${how.kind}`)}: ${t(`notification.way_${way}`)}`}
                    checked={how[way] && !off(how, way)}
                    disabled={off(how, way)}
                    onChange={(event) => { set(how, way, event.currentTarget.checked); }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {!allowed && data.kinds.some((how) => how.browser) && 'Notification' in window && (
        <p className={classes.hint}>
          {t('notification.not_allowed')}{' '}
          <Button size="xs" variant="default" onClick={() => void Notification.requestPermission().then(() => { setAllowed(noticesAllowed()); })}>
            {t('notification.allow')}
          </Button>
        </p>
      )}
      {data.mail_possible ? (
        <NumberInput
          label={t('notification.mail_after')}
          defaultValue={data.mail_after_minutes}
          min={1}
          max={MINUTES_MAX}
          allowDecimal={false}
          clampBehavior="strict"
          className={classes.minutes ?? ''}
          onBlur={(event) => {
            const minutes = Number(event.currentTarget.value);
            if (minutes >= 1 && minutes !== data.mail_after_minutes) wish({ mail_after_minutes: minutes });
          }}
        />
      ) : (
        <p className={classes.hint}>{t('notification.no_mail')}</p>
      )}
    </div>
  );
}
