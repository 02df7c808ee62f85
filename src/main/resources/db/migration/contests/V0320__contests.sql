-- Contests. direction 1 most, 2 least; among 1 all agents, 2 these agents, 3 these departments as teams; team_value of a sum: 1 the sum,
-- 2 by head; tie_rule 1 earliest, 2 share. Days since 1970 in the workspace's zone, the last one in it. gate: {"kpi", "op", "value"}.
-- prizes: [{"points", "coins", "text"}, …] by place. opened, closed with the bound of the log up to which must be counted, finalised,
-- cancelled: when.
create table contest (
    workspace_id   uuid        not null,
    id             uuid        not null,
    name           text        not null,
    text           text        not null,
    metric         text        not null,
    direction      smallint    not null,
    among          smallint    not null,
    participants   uuid[]      not null,
    first_day      int         not null,
    last_day       int         not null,
    team_value     smallint    not null,
    tie_rule       smallint    not null,
    minimum_sample int         not null,
    gate           jsonb,
    prizes         jsonb       not null,
    created_at     timestamptz not null,
    opened_at      timestamptz,
    closed_at      timestamptz,
    bound          text,
    finalised_at   timestamptz,
    cancelled_at   timestamptz,
    version        bigint      not null default 1,
    primary key (workspace_id, id)
);
create index contest_by_day on contest (workspace_id, first_day desc, id desc);
create index contest_under_way on contest (workspace_id, first_day) where finalised_at is null and cancelled_at is null;
select protect('contest');

-- How a contest ended, for ever. rank: none of who was passed over, then passed_over says why. name: of a department, as it was called.
create table contest_result (
    workspace_id   uuid             not null,
    contest_id     uuid             not null,
    participant_id uuid             not null,
    place          int              not null,
    name           text,
    rank           int,
    value          double precision not null,
    sample         bigint           not null,
    last_at        timestamptz      not null,
    gate           double precision,
    passed_over    text,
    primary key (workspace_id, contest_id, participant_id),
    foreign key (workspace_id, contest_id) references contest on delete cascade
);
create index contest_result_by_place on contest_result (workspace_id, contest_id, place);
select protect('contest_result');

-- Who won what: of a team each member who came to anything.
create table contest_winner (
    workspace_id uuid not null,
    contest_id   uuid not null,
    agent_id     uuid not null,
    rank         int  not null,
    points       int  not null,
    coins        int  not null,
    primary key (workspace_id, contest_id, agent_id),
    foreign key (workspace_id, contest_id) references contest on delete cascade
);
create index contest_winner_of_agent on contest_winner (workspace_id, agent_id);
select protect('contest_winner');
