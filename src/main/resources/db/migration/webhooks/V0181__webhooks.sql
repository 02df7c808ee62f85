-- Where the desk calls outside. kind: 1 signed (Standard Webhooks), 2 a chat that takes {"text": …}. The secret is sealed.
create table webhook (
    workspace_id uuid        not null,
    id           uuid        not null,
    name         text        not null,
    url          text        not null,
    kind         smallint    not null,
    active       boolean     not null,
    secret       bytea       not null,
    created_at   timestamptz not null,
    version      bigint      not null default 1,
    primary key (workspace_id, id)
);
select protect('webhook');

-- One call: written in the transaction that causes it, made by a worker. state: 1 waiting, 2 delivered, 3 given up.
create table webhook_delivery (
    workspace_id  uuid        not null,
    id            uuid        not null,
    webhook_id    uuid        not null,
    type          text        not null,
    body          text        not null,
    state         smallint    not null,
    attempts      int         not null default 0,
    queued_at     timestamptz not null,
    next_try_at   timestamptz not null,
    claimed_until timestamptz,
    tried_at      timestamptz,
    status        int,
    answer        text,
    primary key (workspace_id, id),
    foreign key (workspace_id, webhook_id) references webhook on delete cascade
);
create index webhook_delivery_waiting on webhook_delivery (workspace_id, next_try_at) where state = 1;
create index webhook_delivery_of_webhook on webhook_delivery (workspace_id, webhook_id, id desc);
create index webhook_delivery_age on webhook_delivery (workspace_id, queued_at);
select protect('webhook_delivery');

create function workspaces_with_webhooks_to_call(moment timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public as $$
    select w.id from workspace w
    where w.suspended_at is null and exists (select 1 from webhook_delivery d
        where d.workspace_id = w.id and d.state = 1 and d.next_try_at <= moment
            and (d.claimed_until is null or d.claimed_until <= moment))
$$;
grant execute on function workspaces_with_webhooks_to_call(timestamptz) to fourleaf_app;
