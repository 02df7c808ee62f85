-- Thanks from agent to agent. points and coins: what came with it. Taken back: the message is emptied.
create table kudos (
    workspace_id uuid        not null,
    id           uuid        not null,
    from_id      uuid        not null,
    to_id        uuid        not null,
    message      text        not null,
    ticket_id    uuid,
    points       int         not null,
    coins        int         not null,
    month        int         not null,
    at           timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    primary key (workspace_id, id),
    foreign key (workspace_id, from_id) references agent,
    foreign key (workspace_id, to_id) references agent
);
create index kudos_by_time on kudos (workspace_id, at, id) where withdrawn_at is null;
create index kudos_of_receiver on kudos (workspace_id, to_id, at, id) where withdrawn_at is null;
create index kudos_of_giver on kudos (workspace_id, from_id, at, id) where withdrawn_at is null;
select protect('kudos');

-- How many an agent has given in a month of the workspace's zone (12 × year + month, from 0): counted up by one conditional statement, so
-- that two tabs can't overspend.
create table kudos_month (
    workspace_id uuid not null,
    agent_id     uuid not null,
    month        int  not null,
    given        int  not null,
    primary key (workspace_id, agent_id, month)
) with (fillfactor = 85);
select protect('kudos_month');

create table kudos_setting (
    workspace_id uuid   not null,
    per_month    int    not null,
    points       int    not null,
    coins        int    not null,
    version      bigint not null default 1,
    primary key (workspace_id)
);
select protect('kudos_setting');
