-- db-scheduler's own table (its documented PostgreSQL layout). Outside row-level security: it holds task names and times.
create table scheduled_tasks (
    task_name            text                     not null,
    task_instance        text                     not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            text,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on scheduled_tasks to fourleaf_app;

-- The answer already given to an Idempotency-Key, stored in the transaction that did the work.
create table idempotency (
    workspace_id uuid        not null,
    actor_id     uuid        not null,
    key          text        not null,
    fingerprint  bytea       not null,
    status       int,
    location     text,
    etag         text,
    content_type text,
    body         bytea,
    created_at   timestamptz not null default now(),
    primary key (workspace_id, actor_id, key)
);
create index idempotency_age on idempotency (created_at);
select protect('idempotency');

-- Of every workspace; the cleaner works in none.
create function forget_idempotency(before timestamptz) returns int
    language sql security definer set search_path = pg_catalog, public as $$
    with gone as (delete from idempotency where created_at < before returning 1)
    select count(*)::int from gone
$$;
grant execute on function forget_idempotency(timestamptz) to fourleaf_app;

-- Content-addressed files; the bytes live in the blob store, one row a content and workspace.
create table blob (
    workspace_id uuid        not null,
    hash         bytea       not null,
    size         bigint      not null,
    stored_at    timestamptz not null default now(),
    primary key (workspace_id, hash)
);
select protect('blob');
