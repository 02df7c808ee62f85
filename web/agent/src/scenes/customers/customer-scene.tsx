import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CustomerActs } from '@/features/customers/customer-acts';
import { CustomerForm } from '@/features/customers/customer-form';
import { customerQuery, customerTicketsQuery } from '@/features/customers/customers';
import { Timeline } from '@/features/customers/timeline';
import { RatingList } from '@/features/ratings/rating-list';
import { SurveyRefusal } from '@/features/ratings/survey-refusal';
import { TicketLines } from '@/features/tickets/ticket-lines';
import { Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import classes from './customers.module.css';

const route = getRouteApi('/shell/customers/$id');

export function CustomerScene() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { data: customer, error, refetch } = useQuery(customerQuery(id));
  const { data: tickets } = useQuery(customerTicketsQuery(id));
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!customer) return <Waiting rows={6} height={56} />;
  const erased = customer.erased_at !== null;
  const title = erased ? t('customer.was_erased') : customer.name || (customer.email ?? t('ticket.no_customer'));
  return (
    <div className={classes.page}>
      <Sheet
        title={title}
        lead={
          <>
            {[customer.email, ...customer.groups].filter(Boolean).join(' · ')}
            {customer.company && (
              <>
                {' · '}
                <Link to="/companies/$id" params={{ id: customer.company.id }}>
                  {customer.company.name}
                </Link>
              </>
            )}
          </>
        }
        action={!erased && <CustomerActs key={id} customer={customer} />}
      >
        <Tabs defaultValue="timeline" key={`${id} tabs`}>
          <Tabs.List mb="md">
            <Tabs.Tab value="timeline">{t('timeline.label')}</Tabs.Tab>
            <Tabs.Tab value="tickets">{t('list.label')}</Tabs.Tab>
            <Tabs.Tab value="ratings">{t('rating.title')}</Tabs.Tab>
            {!erased && <Tabs.Tab value="about">{t('customer.about')}</Tabs.Tab>}
          </Tabs.List>
          <Tabs.Panel value="timeline">
            <Timeline id={id} />
          </Tabs.Panel>
          <Tabs.Panel value="tickets">{tickets ? <TicketLines tickets={tickets.items} /> : <Waiting rows={4} height={48} />}</Tabs.Panel>
          <Tabs.Panel value="ratings" keepMounted={false}>
            <SurveyRefusal customer={id} />
            <RatingList filter={{ customer: id }} />
          </Tabs.Panel>
          {!erased && (
            <Tabs.Panel value="about">
              <CustomerForm key={`${id} ${customer.version}`} customer={customer} />
            </Tabs.Panel>
          )}
        </Tabs>
      </Sheet>
    </div>
  );
}
