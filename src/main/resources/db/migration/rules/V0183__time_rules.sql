-- A time rule is a rule whose applies_when is 100, with what it measures and for how long.
alter table rule add column basis smallint;
alter table rule add column seconds bigint;
alter table rule add constraint rule_timed check ((applies_when = 100) = (basis is not null and seconds is not null));

-- Tickets that changed, or were there when a time rule changed: when the rules' time comes for them must be told anew.
create table time_rule_check (
    workspace_id uuid not null,
    ticket_id    uuid not null,
    primary key (workspace_id, ticket_id)
);
select protect('time_rule_check');

-- When a rule must look at a ticket. Only for tickets that could fit it.
create table time_rule_due (
    workspace_id uuid        not null,
    rule_id      uuid        not null,
    ticket_id    uuid        not null,
    due_at       timestamptz not null,
    attempts     int         not null default 0,
    primary key (workspace_id, rule_id, ticket_id)
);
create index time_rule_due_next on time_rule_due (workspace_id, rule_id, due_at);
select protect('time_rule_due');

-- A rule that has fired for a ticket, and whether the ticket was still in the state after it; a version tells who left it.
create table time_rule_state (
    workspace_id uuid   not null,
    rule_id      uuid   not null,
    ticket_id    uuid   not null,
    inside       boolean not null,
    version      bigint not null,
    primary key (workspace_id, rule_id, ticket_id)
);
create index time_rule_state_of_ticket on time_rule_state (workspace_id, ticket_id);
select protect('time_rule_state');

-- A rule that is new or changed goes through all tickets once, in the order of their ids.
create table time_rule_backfill (
    workspace_id uuid not null,
    rule_id      uuid not null,
    after_id     uuid not null,
    primary key (workspace_id, rule_id)
);
select protect('time_rule_backfill');

create function workspaces_with_time_rules_due(moment timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public as $$
    select w.id from workspace w
    where w.suspended_at is null
      and (exists (select 1 from time_rule_backfill b where b.workspace_id = w.id)
        or exists (select 1 from time_rule_check c where c.workspace_id = w.id)
        or exists (select 1 from rule r, lateral (select 1 from time_rule_due d
            where d.workspace_id = w.id and d.rule_id = r.id and d.due_at <= moment limit 1) as due
            where r.workspace_id = w.id and r.applies_when = 100 and r.active and r.deleted_at is null))
$$;
grant execute on function workspaces_with_time_rules_due(timestamptz) to fourleaf_app;
