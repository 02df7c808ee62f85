-- How a workspace routes; a missing row means the defaults of RoutingSettings.
create table routing_setting (
    workspace_id       uuid     not null,
    give_back_minutes  smallint not null,
    offer_seconds      smallint not null,
    missed_offers_max  smallint not null,
    breathing_seconds  smallint not null,
    away_minutes       smallint not null,
    tickets_max        smallint not null,
    chats_max          smallint not null,
    calls_max          smallint not null,
    version            bigint   not null default 1,
    primary key (workspace_id)
);
select protect('routing_setting');

-- What differs for one agent; nothing stands for the department's or the workspace's number.
create table agent_routing (
    workspace_id  uuid     not null,
    agent_id      uuid     not null,
    only_to_solve boolean  not null default false,
    tickets_max   smallint,
    chats_max     smallint,
    calls_max     smallint,
    version       bigint   not null default 1,
    primary key (workspace_id, agent_id),
    foreign key (workspace_id, agent_id) references agent
);
select protect('agent_routing');

-- A ticket taken by To solve or accepted from an offer, until its taker does something with it or the time is up. One a ticket.
create table ticket_claim (
    workspace_id    uuid        not null,
    ticket_id       uuid        not null,
    agent_id        uuid        not null,
    assignee_before uuid,
    claimed_at      timestamptz not null,
    until           timestamptz not null,
    primary key (workspace_id, ticket_id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade,
    foreign key (workspace_id, agent_id) references agent
);
create index ticket_claim_until on ticket_claim (workspace_id, until);
create index ticket_claim_of_agent on ticket_claim (workspace_id, agent_id);
select protect('ticket_claim');

-- Who answered a customer last: kept from the log, read newest first.
create table customer_server (
    workspace_id uuid        not null,
    customer_id  uuid        not null,
    agent_id     uuid        not null,
    at           timestamptz not null,
    primary key (workspace_id, customer_id),
    foreign key (workspace_id, agent_id) references agent
);
create index customer_server_of_agent on customer_server (workspace_id, agent_id, at desc);
select protect('customer_server');
