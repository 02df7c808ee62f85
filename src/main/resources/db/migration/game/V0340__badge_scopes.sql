-- Who competes for a badge, by which of their work, and what comes with it. scope: 1 workspace, 2 department: its members by what they did
-- in it, 3 team: its members by all they did. filters: {"departments": […], "channels": […], "tag": …}, ids and codes. points and coins
-- each time it is won. face: the hash of an own picture. made: the day; those after it are evaluated.
alter table badge
    add scope         smallint not null default 1,
    add department_id uuid,
    add filters       jsonb    not null default '{"agents": [], "departments": [], "channels": []}',
    add points        int      not null default 0,
    add coins         int      not null default 0,
    add face          text,
    add made          int      not null default 0;

-- Own pictures of badges: cleaned SVG, or a PNG drawn anew.
create table badge_picture (
    workspace_id uuid  not null,
    badge_id     text  not null,
    hash         text  not null,
    type         text  not null,
    content      bytea not null,
    primary key (workspace_id, badge_id)
);
select protect('badge_picture');

-- What was awarded by playing a past, not on its night.
alter table badge_award add played boolean not null default false;
create index badge_award_played on badge_award (workspace_id, badge_id) where played;

-- A past that is played: the badges of the list one after the other.
create table badge_play (
    workspace_id uuid        not null,
    id           uuid        not null,
    from_day     int         not null,
    to_day       int         not null,
    badges       text[]      not null,
    done         int         not null default 0,
    awards       int         not null default 0,
    asked_by     uuid,
    asked_at     timestamptz not null,
    ended_at     timestamptz,
    primary key (workspace_id, id)
);
create unique index badge_play_one_at_a_time on badge_play (workspace_id) where ended_at is null;
create index badge_play_by_time on badge_play (workspace_id, asked_at, id);
select protect('badge_play');

-- What agents did is told apart by department and channel too. It is counted anew from the log; nights wait for that.
drop table act_day;
create table act_day (
    workspace_id  uuid        not null,
    kind          smallint    not null,
    day           int         not null,
    agent_id      uuid        not null,
    department_id uuid        not null,
    channel       smallint    not null,
    n             int         not null,
    measured      int         not null,
    total         bigint      not null,
    most          bigint      not null,
    most_at       timestamptz not null,
    last_at       timestamptz not null,
    primary key (workspace_id, kind, day, agent_id, department_id, channel)
) with (fillfactor = 85);
select protect('act_day');
update reader set prev = '1:1:', cur = null, seq = 0 where name = 'acts';
