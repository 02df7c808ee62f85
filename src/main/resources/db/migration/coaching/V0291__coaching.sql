-- What an agent, or everybody of a department, is to reach by a KPI. aim: 1 at least, 2 at most. Days: since 1970 in the workspace's zone.
create table coaching_goal (
    workspace_id  uuid             not null,
    id            uuid             not null,
    agent_id      uuid,
    department_id uuid,
    author_id     uuid             not null,
    kpi           text             not null,
    aim           smallint         not null,
    target        double precision not null,
    from_day      int              not null,
    until_day     int              not null,
    words         text             not null default '',
    created_at    timestamptz      not null default now(),
    version       bigint           not null default 1,
    primary key (workspace_id, id),
    check (num_nonnulls(agent_id, department_id) = 1)
);
create index coaching_goal_of_agent on coaching_goal (workspace_id, agent_id, until_day) where agent_id is not null;
create index coaching_goal_of_department on coaching_goal (workspace_id, department_id, until_day) where department_id is not null;
select protect('coaching_goal');

-- What a lead wrote to an agent, between the two. kind: 1 coaching, 2 praise. call_seq: the activity of a call.
create table coaching_note (
    workspace_id uuid        not null,
    id           uuid        not null,
    agent_id     uuid        not null,
    author_id    uuid        not null,
    kind         smallint    not null,
    shared       boolean     not null default false,
    words        text        not null,
    kpi          text,
    ticket_id    uuid,
    call_seq     bigint,
    goal_id      uuid,
    at           timestamptz not null,
    last_at      timestamptz not null,
    closed_at    timestamptz,
    version      bigint      not null default 1,
    primary key (workspace_id, id),
    check (kind = 2 or not shared)
);
create index coaching_note_of_agent on coaching_note (workspace_id, agent_id, last_at desc, id desc);
create index coaching_note_of_author on coaching_note (workspace_id, author_id, last_at desc, id desc);
select protect('coaching_note');

create table coaching_reply (
    workspace_id uuid        not null,
    id           uuid        not null,
    note_id      uuid        not null,
    author_id    uuid        not null,
    words        text        not null,
    at           timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, note_id) references coaching_note on delete cascade
);
create index coaching_reply_of_note on coaching_reply (workspace_id, note_id, at, id);
select protect('coaching_reply');
