-- Who has a ticket on screen right now, a row a tab. Worth nothing after half a minute, so it is not logged and refers to nothing;
-- a tab that left keeps its row (state 0) until it is swept, so that every node sees it leave.
create unlogged table ticket_attention (
    workspace_id uuid        not null,
    ticket_id    uuid        not null,
    agent_id     uuid        not null,
    tab          uuid        not null,
    state        smallint    not null,
    since        timestamptz not null,
    beat_at      timestamptz not null,
    until        timestamptz not null,
    changed      xid8        not null,
    primary key (workspace_id, ticket_id, agent_id, tab)
);
create index ticket_attention_until on ticket_attention (workspace_id, until);
create index ticket_attention_of_agent on ticket_attention (workspace_id, agent_id, until);
select protect('ticket_attention');

-- Up to when an agent's time is counted, over all tabs and devices: no second is counted twice.
create table view_clock (
    workspace_id  uuid        not null,
    agent_id      uuid        not null,
    counted_until timestamptz not null,
    primary key (workspace_id, agent_id),
    foreign key (workspace_id, agent_id) references agent
) with (fillfactor = 70);
select protect('view_clock');

-- Time an agent spends on a ticket at the moment, not yet in the log: becomes one ticket.viewed when they leave it.
create table viewing (
    workspace_id uuid        not null,
    agent_id     uuid        not null,
    ticket_id    uuid        not null,
    began_at     timestamptz not null,
    beat_at      timestamptz not null,
    millis       bigint      not null,
    primary key (workspace_id, agent_id, ticket_id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade,
    foreign key (workspace_id, agent_id) references agent
) with (fillfactor = 70);
create index viewing_beat on viewing (workspace_id, beat_at);
create index viewing_of_ticket on viewing (workspace_id, ticket_id);
select protect('viewing');

-- What the log says of it, summed by its reader.
create table view_time (
    workspace_id uuid   not null,
    ticket_id    uuid   not null,
    agent_id     uuid   not null,
    seconds      bigint not null,
    primary key (workspace_id, ticket_id, agent_id)
);
select protect('view_time');
