-- What a ticket's clocks make of it, kept beside it so that no list asks the clocks. sla_standing: 0 nothing runs, 1 running, 2 due soon,
-- 3 overdue, 4 paused. sla_origin: 0 none, 1 assignment rule, 2 department, 3 by hand, 4 automation.
alter table ticket
    add column sla_level_id uuid,
    add column sla_origin smallint not null default 0,
    add column sla_standing smallint not null default 0,
    add column waiting_since timestamptz;
update ticket set waiting_since = status_since where status in (1, 2) and merged_into is null;

-- The tickets that are due soon or overdue, few beside the table: a ninth index on ticket for them would cost every reply.
create table ticket_due (
    workspace_id  uuid        not null,
    ticket_id     uuid        not null,
    department_id uuid        not null,
    standing      smallint    not null,
    due_at        timestamptz not null,
    primary key (workspace_id, ticket_id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade
);
create index ticket_due_list on ticket_due (workspace_id, department_id, standing, due_at, ticket_id);
select protect('ticket_due');

-- Append-only deltas like those of ticket_count.
create table ticket_due_count (
    workspace_id  uuid     not null,
    department_id uuid     not null,
    standing      smallint not null,
    id            uuid     not null,
    n             int      not null,
    primary key (workspace_id, department_id, standing, id)
);
select protect('ticket_due_count');
