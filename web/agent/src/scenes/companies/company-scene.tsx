import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { companyQuery, companyTicketsQuery } from '@/features/companies/companies';
import { CompanyActs } from '@/features/companies/company-acts';
import { CompanyForm } from '@/features/companies/company-form';
import { customersQuery } from '@/features/customers/customers';
import { useMay } from '@/features/session/session';
import { TicketLines } from '@/features/tickets/ticket-lines';
import { Face } from '@/kit/face';
import { Line, Lines, Section, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import classes from './companies.module.css';

const route = getRouteApi('/shell/companies/$id');

export function CompanyScene() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const edits = useMay('customers_edit');
  const { data: company, error, refetch } = useQuery(companyQuery(id));
  const { data: tickets } = useQuery(companyTicketsQuery(id));
  const { data: customers } = useInfiniteQuery(customersQuery({ company: id }));
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!company) return <Waiting rows={6} height={56} />;
  return (
    <div className={classes.page}>
      <Sheet title={company.name} lead={company.domains.join(' · ')} action={edits && <CompanyActs key={id} company={company} />}>
        <CompanyForm key={`${id} ${company.version}`} company={company} />
        <Section title={t('nav.customers')}>
          <Lines label={t('nav.customers')}>
            {customers?.pages
              .flatMap((page) => page.items)
              .map((customer) => (
                <Line
                  key={customer.id}
                  lead={<Face name={customer.name || (customer.email ?? '')} size={28} />}
                  title={
                    <Link to="/customers/$id" params={{ id: customer.id }}>
                      {customer.name || customer.email}
                    </Link>
                  }
                  detail={customer.email}
                />
              ))}
          </Lines>
        </Section>
        <Section title={t('list.label')}>{tickets ? <TicketLines tickets={tickets.items} /> : <Waiting rows={4} height={48} />}</Section>
      </Sheet>
    </div>
  );
}
