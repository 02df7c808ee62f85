-- A company that is merged or deleted is gone at once for whoever looks for it; its customers and their tickets follow in batches.
alter table company add column gone_at timestamptz;

create table company_work (
    workspace_id uuid        not null,
    company_id   uuid        not null,
    into_id      uuid,
    asked_by     uuid,
    asked_at     timestamptz not null,
    primary key (workspace_id, company_id),
    foreign key (workspace_id, company_id) references company on delete cascade,
    foreign key (workspace_id, into_id) references company
);
create index company_work_into on company_work (workspace_id, into_id) where into_id is not null;
select protect('company_work');
