-- The same change to many tickets, done by a worker. state: 1 running, 2 done, 3 cancelled, 4 undoing, 5 undone.
create table mass_action (
    workspace_id uuid        not null,
    id           uuid        not null,
    agent_id     uuid        not null,
    permissions  text[]      not null,
    act          jsonb       not null,
    state        smallint    not null,
    total        int         not null,
    place        int         not null default 0,
    done         int         not null default 0,
    unchanged    int         not null default 0,
    failed       int         not null default 0,
    undone       int         not null default 0,
    not_undone   int         not null default 0,
    created_at   timestamptz not null,
    touched_at   timestamptz not null,
    ended_at     timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, agent_id) references agent
);
create index mass_action_of_agent on mass_action (workspace_id, agent_id, id desc);
create index mass_action_running on mass_action (workspace_id, touched_at) where state in (1, 4);
create index mass_action_ended on mass_action (workspace_id, ended_at) where ended_at is not null;
select protect('mass_action');

-- Its tickets in the order in which they are changed. state: 0 waiting, 1 done, 2 unchanged, 3 failed, 4 undone, 5 not undone.
create table mass_action_ticket (
    workspace_id uuid     not null,
    action_id    uuid     not null,
    place        int      not null,
    ticket_id    uuid     not null,
    state        smallint not null default 0,
    reason       text,
    was          jsonb,
    became       jsonb,
    primary key (workspace_id, action_id, place),
    foreign key (workspace_id, action_id) references mass_action on delete cascade
) with (fillfactor = 70);
create index mass_action_ticket_refused on mass_action_ticket (workspace_id, action_id, place) where state in (3, 5);
select protect('mass_action_ticket');

-- Where a worker finds something to do, before it knows a workspace.
create function workspaces_with_mass_actions() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public as $$
    select w.id from workspace w
    where w.suspended_at is null
      and exists (select 1 from mass_action a where a.workspace_id = w.id and a.state in (1, 4))
$$;
grant execute on function workspaces_with_mass_actions() to fourleaf_app;
