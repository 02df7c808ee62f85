-- Quests of a workspace, and what it changed of shipped ones (which stand here only once they are changed). texts: {"en": {"name": …, "text":
-- …}, …}. steps: [{"id", "activity", "count", "department", "channel", "tag", "rating", "mention"}, …]. repeats: 1 once, 2 daily, 3 weekly,
-- 4 monthly. from_day, until_day: first and last day since 1970 in the workspace's zone. departments: empty for all. since: when it was
-- switched on; what was before does not count.
create table quest (
    workspace_id  uuid        not null,
    id            text        not null,
    place         int         not null,
    picture       text        not null,
    texts         jsonb       not null default '{}',
    steps         jsonb       not null,
    repeats       smallint    not null,
    points        int         not null,
    coins         int         not null,
    active        boolean     not null,
    from_day      int,
    until_day     int,
    departments   uuid[]      not null default '{}',
    newcomer_days int,
    since         timestamptz,
    removed_at    timestamptz,
    version       bigint      not null default 1,
    primary key (workspace_id, id)
);
select protect('quest');

-- How often an agent did what a step asks, up to what it asked (goal). period: 0 of one that is done once, else the number of the day (since
-- 1970), of the week's Monday or of the month's first day.
create table quest_progress (
    workspace_id uuid not null,
    agent_id     uuid not null,
    quest_id     text not null,
    period       int  not null,
    step_id      text not null,
    n            int  not null,
    goal         int  not null,
    primary key (workspace_id, agent_id, quest_id, period, step_id)
) with (fillfactor = 85);
create index quest_progress_of_quest on quest_progress (workspace_id, quest_id, period);
select protect('quest_progress');

-- Who completed what when: once a period.
create table quest_done (
    workspace_id uuid        not null,
    agent_id     uuid        not null,
    quest_id     text        not null,
    period       int         not null,
    at           timestamptz not null,
    points       int         not null,
    coins        int         not null,
    primary key (workspace_id, agent_id, quest_id, period)
);
select protect('quest_done');
