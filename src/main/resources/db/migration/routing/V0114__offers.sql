-- A ticket offered to an agent. state: 1 offered, 2 accepted, 3 declined, 4 missed, 5 withdrawn. One open offer a ticket and an agent.
create table ticket_offer (
    workspace_id  uuid        not null,
    id            uuid        not null,
    ticket_id     uuid        not null,
    agent_id      uuid        not null,
    department_id uuid        not null,
    state         smallint    not null default 1,
    offered_at    timestamptz not null,
    until         timestamptz not null,
    ended_at      timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade,
    foreign key (workspace_id, agent_id) references agent
);
create unique index ticket_offer_open on ticket_offer (workspace_id, ticket_id) where state = 1;
create unique index ticket_offer_open_of_agent on ticket_offer (workspace_id, agent_id) where state = 1;
create index ticket_offer_ended on ticket_offer (workspace_id, ticket_id, ended_at) where state > 1;
create index ticket_offer_old on ticket_offer (workspace_id, ended_at) where state > 1;
select protect('ticket_offer');

-- Where an agent stands in the turns: offered last, no offer before, missed in a row.
create table agent_turn (
    workspace_id uuid        not null,
    agent_id     uuid        not null,
    offered_at   timestamptz,
    free_from    timestamptz,
    misses       smallint    not null default 0,
    primary key (workspace_id, agent_id),
    foreign key (workspace_id, agent_id) references agent
);
select protect('agent_turn');

-- How much each agent resolved in a department on each day (days since 1970, UTC): summed from the log by its reader.
create table resolved_day (
    workspace_id  uuid   not null,
    department_id uuid   not null,
    day           bigint not null,
    agent_id      uuid   not null,
    resolved      bigint not null,
    primary key (workspace_id, department_id, day, agent_id)
);
select protect('resolved_day');
