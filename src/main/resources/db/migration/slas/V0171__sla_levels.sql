-- What a desk promises. targets: {"first_answer": {"low": seconds, …}, …}. stamp: grows with every change that moves due times, the
-- calendar's included; open clocks with another stamp are computed anew. A deleted level stays for the names of what it judged.
create table sla_level (
    workspace_id    uuid        not null,
    id              uuid        not null,
    name            text        not null,
    name_key        text        not null,
    description     text        not null default '',
    targets         jsonb       not null,
    calendar_id     uuid,
    pausing         smallint[]  not null default '{6,7}',
    warning_percent smallint,
    stamp           bigint      not null default 1,
    version         bigint      not null default 1,
    created_at      timestamptz not null default now(),
    deleted_at      timestamptz,
    successor_id    uuid,
    primary key (workspace_id, id),
    foreign key (workspace_id, calendar_id) references business_hours
);
create unique index sla_level_name on sla_level (workspace_id, name_key) where deleted_at is null;
create index sla_level_by_calendar on sla_level (workspace_id, calendar_id) where calendar_id is not null;
select protect('sla_level');

create table department_sla_level (
    workspace_id  uuid not null,
    department_id uuid not null,
    level_id      uuid not null,
    primary key (workspace_id, department_id),
    foreign key (workspace_id, department_id) references department,
    foreign key (workspace_id, level_id) references sla_level
);
create index department_sla_level_by_level on department_sla_level (workspace_id, level_id);
select protect('department_sla_level');

-- In order; the first that fits a new ticket gives it its level.
create table sla_rule (
    workspace_id uuid        not null,
    id           uuid        not null,
    name         text        not null,
    active       boolean     not null default true,
    condition    jsonb       not null,
    level_id     uuid        not null,
    place        int         not null,
    version      bigint      not null default 1,
    created_at   timestamptz not null default now(),
    primary key (workspace_id, id),
    foreign key (workspace_id, level_id) references sla_level
);
create index sla_rule_order on sla_rule (workspace_id, place, id);
create index sla_rule_by_level on sla_rule (workspace_id, level_id);
select protect('sla_rule');

-- Grows with every change of the three tables above: by it a node knows that what it remembers of them is old.
create table sla_book (
    workspace_id uuid   not null,
    version      bigint not null default 1,
    primary key (workspace_id)
);
select protect('sla_book');

-- turns: paused, resumed, paused …; an odd number of them stands still now. state: 1 running, 2 paused, 3 met, 4 missed, 5 not applicable.
-- next_at: when something is to happen to it by itself.
create table sla_clock (
    workspace_id   uuid          not null,
    ticket_id      uuid          not null,
    type           smallint      not null,
    n              int           not null,
    department_id  uuid          not null,
    level_id       uuid          not null,
    stamp          bigint        not null,
    priority       smallint      not null,
    state          smallint      not null,
    target_seconds bigint        not null,
    started_at     timestamptz   not null,
    due_at         timestamptz   not null,
    warn_at        timestamptz,
    warned_at      timestamptz,
    met_at         timestamptz,
    missed_at      timestamptz,
    ended_at       timestamptz,
    turns          timestamptz[] not null default '{}',
    counted_from   timestamptz   not null,
    carried_micros bigint        not null default 0,
    carried_pause  bigint        not null default 0,
    next_at        timestamptz,
    primary key (workspace_id, ticket_id, type, n),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade,
    foreign key (workspace_id, level_id) references sla_level
) with (fillfactor = 85);
create index sla_clock_next on sla_clock (workspace_id, next_at, ticket_id) where next_at is not null;
create index sla_clock_open on sla_clock (workspace_id, level_id, stamp, ticket_id) where ended_at is null;
create index sla_clock_log on sla_clock (workspace_id, department_id, state, due_at desc, ticket_id, type, n);
select protect('sla_clock');

-- When is which workspace's next clock due? Answers across workspaces, so it is the owner's to answer.
create function workspaces_next_sla_turn() returns table (workspace uuid, next_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select w.id, n.next_at from public.workspace w
    cross join lateral (
        select c.next_at from public.sla_clock c where c.workspace_id = w.id and c.next_at is not null
        order by c.next_at limit 1
    ) as n where w.suspended_at is null
$$;
revoke all on function workspaces_next_sla_turn() from public;
grant execute on function workspaces_next_sla_turn() to fourleaf_app;
