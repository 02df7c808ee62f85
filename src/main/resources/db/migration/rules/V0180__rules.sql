-- Counts every change of a workspace's rules or of what they name: nodes keep the rules they read under it.
create table rule_set (
    workspace_id uuid   not null,
    version      bigint not null,
    primary key (workspace_id)
);
select protect('rule_set');

-- applies_when: codes of RuleTrigger; none for a time rule. A deleted rule stays, for the tickets whose history names it.
create table rule (
    workspace_id uuid        not null,
    id           uuid        not null,
    name         text        not null,
    notes        text        not null default '',
    active       boolean     not null,
    applies_when smallint,
    condition    jsonb       not null,
    actions      jsonb       not null,
    stops        boolean     not null default false,
    place        int         not null,
    failures     int         not null default 0,
    trouble      jsonb,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    deleted_at   timestamptz,
    version      bigint      not null default 1,
    primary key (workspace_id, id)
);
create index rule_in_order on rule (workspace_id, place, id) where deleted_at is null;
select protect('rule');

-- Something happened to a ticket that some rule listens to: written by the reader of the log, taken by a worker, one ticket's in their order.
create table rule_todo (
    workspace_id uuid        not null,
    id           bigint      generated always as identity,
    ticket_id    uuid        not null,
    triggers     smallint[]  not null,
    kind         smallint    not null,
    by_kind      smallint    not null,
    by_id        uuid,
    at           timestamptz not null,
    facts        jsonb       not null,
    chain        uuid[]      not null default '{}',
    attempts     int         not null default 0,
    next_try_at  timestamptz not null,
    primary key (workspace_id, id)
);
create index rule_todo_of_ticket on rule_todo (workspace_id, ticket_id, id);
create index rule_todo_waiting on rule_todo (workspace_id, next_try_at);
select protect('rule_todo');

create function workspaces_with_rules_to_run(moment timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public as $$
    select w.id from workspace w
    where w.suspended_at is null
      and exists (select 1 from rule_todo t where t.workspace_id = w.id and t.next_try_at <= moment)
$$;
grant execute on function workspaces_with_rules_to_run(timestamptz) to fourleaf_app;

-- What each rule did. outcome: 1 ran, 2 failed, 3 stopped in a loop.
create table rule_run (
    workspace_id uuid        not null,
    id           uuid        not null,
    rule_id      uuid        not null,
    ticket_id    uuid        not null,
    at           timestamptz not null,
    outcome      smallint    not null,
    detail       text,
    primary key (workspace_id, id),
    foreign key (workspace_id, rule_id) references rule on delete cascade
);
create index rule_run_of_rule on rule_run (workspace_id, rule_id, id desc);
create index rule_run_of_ticket on rule_run (workspace_id, ticket_id, rule_id, at);
create index rule_run_age on rule_run (workspace_id, at);
select protect('rule_run');

update role set permissions = array_append(permissions, 'rules_manage')
where built_in and name in ('owner', 'admin') and not 'rules_manage' = any (permissions);
