-- What a workspace changed of the shipped levels. condition null: as shipped. texts: {"en": {"name": …, "text": …}, …}.
create table level (
    workspace_id uuid   not null,
    id           text   not null,
    condition    text,
    texts        jsonb  not null default '{}',
    version      bigint not null default 1,
    primary key (workspace_id, id)
);
select protect('level');

-- Which agent reached which level when; never lost.
create table level_grant (
    workspace_id uuid        not null,
    agent_id     uuid        not null,
    level_id     text        not null,
    at           timestamptz not null,
    primary key (workspace_id, agent_id, level_id)
);
select protect('level_grant');

-- Agents who did something since their levels were last looked at: due_at, null for nobody's turn.
create table level_check (
    workspace_id uuid        not null,
    agent_id     uuid        not null,
    due_at       timestamptz,
    checked_at   timestamptz not null,
    primary key (workspace_id, agent_id)
) with (fillfactor = 85);
create index level_check_due on level_check (workspace_id, due_at) where due_at is not null;
select protect('level_check');

-- All of one agent's days.
create index figure_day_of_agent on figure_day (workspace_id, agent_id, day);
