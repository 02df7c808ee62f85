import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '@/api/types';
import { ViewTime } from '@/features/attention/view-time';
import { FieldInputs } from '@/features/fields/field-inputs';
import { fieldsQuery } from '@/features/fields/fields';
import { Similar } from '@/features/search/similar';
import { Promises } from '@/features/slas/promises';
import { useActs } from '@/features/tickets/acts';
import { toField } from '@/features/tickets/changes';
import { Links } from '@/features/tickets/links';
import { StatusMark } from '@/features/tickets/marks';
import { Face } from '@/kit/face';
import { When } from '@/kit/time';
import { customerQuery, customerTicketsQuery } from './customers';
import classes from './side-panel.module.css';

const PAST_SHOWN = 8;

function Facts({ facts }: { facts: [string, ReactNode][] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const NONE: readonly never[] = [];

const shown = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));

function Past({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { data } = useQuery(customerTicketsQuery(ticket.customer.id));
  const others = data?.items.filter((row) => row.code !== ticket.code) ?? [];
  return (
    <section>
      <h2>{t('panel.past')}</h2>
      {data && others.length === 0 && <p className={classes.none}>{t('panel.first_contact')}</p>}
      <ul className={classes.past}>
        {others.slice(0, PAST_SHOWN).map((row) => (
          <li key={row.code}>
            <Link to="/tickets/$code" params={{ code: row.code }} search={(s) => s} title={row.subject}>
              <StatusMark status={row.status} size={14} />
              <span>{row.subject}</span>
              <When at={row.last_message_at} narrow />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who writes, what else they wrote, and what is known of this ticket. */
export function SidePanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { data: customer } = useQuery(customerQuery(ticket.customer.id));
  const { data: fieldNames = NONE } = useQuery(fieldsQuery);
  const { one } = useActs();
  const channelName = useChannelName();
  const company = customer?.company ?? ticket.company;
  const name = ticket.customer.name || (ticket.customer.email ?? t('ticket.no_customer'));
  const fields = Object.entries({ ...customer?.fields }).filter(([, value]) => value !== null && value !== '');

  return (
    <aside className={classes.panel} aria-label={t('panel.label')}>
      <section className={classes.customer}>
        <Face name={name} size={36} />
        <div>
          <Link to="/customers/$id" params={{ id: ticket.customer.id }}>
            {name}
          </Link>
          <span>{ticket.customer.email}</span>
          {company && <span>{company.name}</span>}
        </div>
      </section>
      {customer && (customer.phones.length > 0 || customer.groups.length > 0 || customer.notes) && (
        <Facts
          facts={[
            ...customer.phones.map((phone): [string, ReactNode] => [t('customer.phone'), <a key={phone} href={`tel:${phone}`}>{phone}</a>]),
            ...(customer.groups.length > 0 ? [[t('customer.groups'), customer.groups.join(', ')] as [string, ReactNode]] : []),
            ...(customer.notes ? [[t('customer.notes'), customer.notes] as [string, ReactNode]] : []),
          ]}
        />
      )}
      <Promises ticket={ticket} />
      <Links ticket={ticket} />
      <Past ticket={ticket} />
      <Similar code={ticket.code} listClass={classes.past} />
      <section>
        <h2>{t('panel.ticket')}</h2>
        <Facts
          facts={[
            [t('panel.created'), <When key="created" at={ticket.created_at} />],
            [t('panel.channel'), channelName(ticket.channel)],
            ...(ticket.postponed_until ? [[t('panel.postponed_until'), <When key="until" at={ticket.postponed_until} />] as [string, ReactNode]] : []),
            ...(ticket.disposition ? [[t('ticket.disposition'), ticket.disposition] as [string, ReactNode]] : []),
            ...fields.map(([field, value]): [string, ReactNode] => [fieldNames.find((one) => one.subject === 'customer' && one.key === field)?.name ?? field, shown(value)]),
          ]}
        />
        <FieldInputs subject="ticket" values={ticket.fields} disabled={ticket.abilities.edit === false} change={(key, value) => void one(ticket.code, toField(ticket, key, value))} />
      </section>
      <ViewTime code={ticket.code} />
    </aside>
  );
}

const CHANNELS = ['email', 'form', 'portal', 'api', 'chat', 'call', 'sms', 'webhook'] as const;
/** Names of others, never translated. */
const BRANDS: Record<string, string> = { facebook: 'Facebook', instagram: 'Instagram', whatsapp: 'WhatsApp', viber: 'Viber', telegram: 'Telegram', x: 'X' };

function useChannelName() {
  const { t } = useTranslation();
  return (channel: string) => {
    const known = CHANNELS.find((one) => one === channel);
    return known ? t(`channel.${known}`) : (BRANDS[channel] ?? channel);
  };
}
