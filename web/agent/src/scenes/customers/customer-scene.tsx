import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CustomerForm } from '@/features/customers/customer-form';
import { customerQuery, customerTicketsQuery } from '@/features/customers/customers';
import { StatusMark } from '@/features/tickets/marks';
import { Line, Lines, Section, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import classes from './customers.module.css';

const route = getRouteApi('/shell/customers/$id');

export function CustomerScene() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { data: customer, error, refetch } = useQuery(customerQuery(id));
  const { data: tickets } = useQuery(customerTicketsQuery(id));
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!customer) return <Waiting rows={6} height={56} />;
  const emails = customer.emails.length > 0 ? customer.emails : [customer.email];
  return (
    <div className={classes.page}>
      <Sheet title={customer.name || (customer.email ?? t('ticket.no_customer'))} lead={[...emails, customer.company?.name].filter(Boolean).join(' · ')}>
        <CustomerForm key={id} customer={customer} />
        <Section title={t('list.label')}>
          {!tickets && <Waiting rows={4} height={48} />}
          <Lines label={t('list.label')}>
            {tickets?.items.map((row) => (
              <Line
                key={row.code}
                lead={<StatusMark status={row.status} />}
                title={
                  <Link to="/tickets/$code" params={{ code: row.code }} search={{ view: 'all' }}>
                    {row.subject || t('ticket.no_subject')}
                  </Link>
                }
                detail={row.snippet}
                facts={
                  <>
                    {row.department.name}
                    <br />
                    <When at={row.last_message_at} />
                  </>
                }
              />
            ))}
          </Lines>
        </Section>
      </Sheet>
    </div>
  );
}
