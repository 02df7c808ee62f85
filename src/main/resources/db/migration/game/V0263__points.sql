-- Points given and taken back, never changed. day: since 1970 in the workspace's zone, of when it was given or taken back. source: the line
-- of the log it is for. reverses: the entry it takes back.
create table point_entry (
    workspace_id uuid        not null,
    id           uuid        not null,
    agent_id     uuid        not null,
    rule         text        not null,
    points       int         not null,
    at           timestamptz not null,
    day          int         not null,
    ticket_id    uuid,
    source_kind  smallint    not null,
    source_seq   bigint      not null,
    reverses     uuid,
    primary key (workspace_id, id)
);
create unique index point_entry_once on point_entry (workspace_id, source_seq, rule, agent_id) where reverses is null;
create unique index point_entry_reversed_once on point_entry (workspace_id, reverses) where reverses is not null;
create index point_entry_of_agent on point_entry (workspace_id, agent_id, at, id);
create index point_entry_of_day on point_entry (workspace_id, agent_id, day, rule);
create index point_entry_of_ticket on point_entry (workspace_id, ticket_id) where ticket_id is not null;
select protect('point_entry');

-- Their sums by day: seasons are months of days, so that an ended one can't change.
create table point_day (
    workspace_id uuid not null,
    day          int  not null,
    agent_id     uuid not null,
    points       int  not null,
    primary key (workspace_id, day, agent_id)
) with (fillfactor = 85);
create index point_day_of_agent on point_day (workspace_id, agent_id, day);
select protect('point_day');

-- What a workspace changed of the shipped rules.
create table point_rule (
    workspace_id  uuid    not null,
    id            text    not null,
    points        int     not null,
    per_day_max   int     not null,
    within_seconds int,
    active        boolean not null,
    version       bigint  not null default 1,
    primary key (workspace_id, id)
);
select protect('point_rule');

-- Boards: whether all see all ranks, and whether others have no names.
alter table game_setting add column full_boards boolean not null default false;
alter table game_setting add column anonymous boolean not null default false;
