-- The one log: every fact, once, append-only. Partitioned by the time of recording, never by `at`, because imports carry any `at`.
create table log (
    workspace_id  uuid        not null,
    seq           bigint      generated always as identity,
    xid           xid8        not null default pg_current_xact_id(),
    recorded_at   timestamptz not null default now(),
    at            timestamptz not null,
    kind          smallint    not null,
    by_kind       smallint    not null,
    by_id         uuid,
    ticket_id     uuid,
    agent_id      uuid,
    customer_id   uuid,
    company_id    uuid,
    department_id uuid,
    channel       smallint,
    facts         jsonb       not null default '{}',
    primary key (workspace_id, seq, recorded_at)
) partition by range (recorded_at);

create index log_window on log (workspace_id, xid, seq);
create index log_of_ticket on log (workspace_id, ticket_id, seq) where ticket_id is not null;
-- Kinds from 1000 up are administrative: the audit log is this index, read backwards.
create index log_audit on log (workspace_id, seq) where kind >= 1000;

select protect('log');
revoke update, delete on log from fourleaf_app;

-- Makes the partitions of this month and the given number of months ahead. There is no DEFAULT partition on purpose:
-- a missing one must be noticed, not filled.
create function make_log_partitions(months_ahead int) returns int
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    first_day date;
    made int := 0;
begin
    for i in 0..least(months_ahead, 24) loop
        first_day := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => i))::date;
        if to_regclass(format('public.log_%s', to_char(first_day, 'YYYY_MM'))) is null then
            execute format('create table public.log_%s partition of public.log for values from (%L) to (%L)',
                to_char(first_day, 'YYYY_MM'),
                first_day::text || ' 00:00:00+00',
                (first_day + interval '1 month')::date::text || ' 00:00:00+00');
            made := made + 1;
        end if;
    end loop;
    return made;
end $$;
select make_log_partitions(2);
grant execute on function make_log_partitions(int) to fourleaf_app;

-- A reader's position: the pair of snapshots that bounds its window, and the last seq read in it.
-- Outside row-level security (the written list in docs/adr/0002): it holds no workspace's data, and a pump must find it first.
create table reader (
    workspace_id uuid        not null,
    name         text        not null,
    prev         pg_snapshot not null default '1:1:',
    cur          pg_snapshot,
    seq          bigint      not null default 0,
    failures     int         not null default 0,
    failed_at    timestamptz,
    primary key (workspace_id, name)
);
grant select, insert, update, delete on reader to fourleaf_app;

-- Records a reader could not take, set aside so that the rest goes on; shown in system health until an admin looks.
create table log_poison (
    workspace_id uuid        not null,
    reader       text        not null,
    seq          bigint      not null,
    kind         smallint    not null,
    error        text        not null,
    at           timestamptz not null default now(),
    primary key (workspace_id, reader, seq)
);
select protect('log_poison');

-- Which workspaces hold records some reader has not seen? Answers across workspaces, so it is the owner's to answer.
create function workspaces_with_unread_log(reader_names text[]) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public as $$
    select w.id
    from workspace w
    where exists (
        select 1
        from unnest(reader_names) as known(name)
        left join reader r on r.workspace_id = w.id and r.name = known.name
        where (r.name is null and exists (select 1 from log l where l.workspace_id = w.id))
           or r.cur is not null
           or exists (select 1 from log l where l.workspace_id = w.id and l.xid >= pg_snapshot_xmax(r.prev))
           or exists (select 1 from log l where l.workspace_id = w.id and l.xid = any (array(select pg_snapshot_xip(r.prev)))))
$$;
grant execute on function workspaces_with_unread_log(text[]) to fourleaf_app;
