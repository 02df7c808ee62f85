import { Popover, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCalendarTime, IconCheck, IconClockExclamation, IconSend2, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Delivery, DeliveryState } from '@/api/types';
import { When } from '@/kit/time';
import classes from './thread.module.css';

const ICONS: Record<DeliveryState, Icon> = {
  scheduled: IconCalendarTime,
  sending: IconSend2,
  sent: IconCheck,
  delayed: IconClockExclamation,
  not_delivered: IconAlertTriangle,
};

/** How an answer fared on its way, opening to the servers' own words. */
export function DeliveryMark({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const Icon = ICONS[delivery.state];
  return (
    <Popover width={340} position="bottom-end">
      <Popover.Target>
        <UnstyledButton className={classes.delivery} data-state={delivery.state}>
          <Icon size={14} stroke={1.8} aria-hidden="true" />
          {t(`delivery.${delivery.state}`)}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.report}>
        <strong>{t(`delivery.${delivery.state}`)}</strong>
        <p>{t(`delivery.means_${delivery.state}`)}</p>
        {delivery.report.length > 0 && (
          <ul>
            {delivery.report.map((line, index) => (
              <li key={index}>
                <span className={classes.recipient}>{line.recipient}</span>
                <span className={classes.reportState}>
                  {t(`delivery.${line.state}`)} · <When at={line.at} />
                </span>
                {line.text && <code>{line.text}</code>}
              </li>
            ))}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
