-- A name made of the address, until somebody tells the real one.
alter table customer add column guessed_name boolean not null default false;
alter table customer add column erased_at timestamptz;
-- Where a merged customer went; always the last one of a chain.
alter table customer add column merged_into uuid;
create index customer_merged on customer (workspace_id, merged_into) where merged_into is not null;

update customer c set guessed_name = true
where exists (select 1 from customer_address a
    where a.workspace_id = c.workspace_id and a.customer_id = c.id and split_part(a.address, '@', 1) = c.name);

-- The groups of customers once more as rows, to list by.
create table customer_group (
    workspace_id uuid not null,
    name_key     text not null,
    customer_id  uuid not null,
    name         text not null,
    primary key (workspace_id, name_key, customer_id),
    foreign key (workspace_id, customer_id) references customer on delete cascade
);
create index customer_group_of_customer on customer_group (workspace_id, customer_id);
select protect('customer_group');
insert into customer_group (workspace_id, name_key, customer_id, name)
select c.workspace_id, lower(g.name), c.id, min(g.name) from customer c cross join unnest(c.groups) as g(name)
group by c.workspace_id, lower(g.name), c.id;

-- Mail from one of these joins the company.
create table company_domain (
    workspace_id uuid not null,
    domain       text not null check (domain = lower(domain)),
    company_id   uuid not null,
    primary key (workspace_id, domain),
    foreign key (workspace_id, company_id) references company on delete cascade
);
create index company_domain_of_company on company_domain (workspace_id, company_id);
select protect('company_domain');

-- Work that follows a merge (1) or an erasure (2), done in batches until nothing is left. The addresses are needed to find traces and
-- go when the work is done.
create table customer_work (
    workspace_id uuid        not null,
    customer_id  uuid        not null,
    kind         smallint    not null,
    into_id      uuid,
    addresses    text[]      not null default '{}',
    asked_by     uuid,
    asked_at     timestamptz not null,
    done_at      timestamptz,
    primary key (workspace_id, customer_id, kind),
    foreign key (workspace_id, customer_id) references customer on delete cascade
);
create index customer_work_left on customer_work (workspace_id, asked_at) where done_at is null;
select protect('customer_work');

create index participant_by_address on participant (workspace_id, address);
-- What was done to customers and companies: their part of the timeline.
create index log_of_customer on log (workspace_id, customer_id, seq) where customer_id is not null and kind >= 1000;

update role set permissions = permissions || '{customers_erase}'::text[]
where built_in and name in ('owner', 'admin') and not permissions @> '{customers_erase}'::text[];
