-- What agents did, by day of the workspace's time zone (days since 1970), folded from the log once an activity. kind is the activity's
-- code; presence.changed counts pauses only. n: how many; measured: of them, those with the one number their
-- kind carries (seconds, length, messages, talk); total and most: of that number; most_at: when the largest came first; last_at: the last of them all.
create table act_day (
    workspace_id uuid        not null,
    kind         smallint    not null,
    day          int         not null,
    agent_id     uuid        not null,
    n            int         not null,
    measured     int         not null,
    total        bigint      not null,
    most         bigint      not null,
    most_at      timestamptz not null,
    last_at      timestamptz not null,
    primary key (workspace_id, kind, day, agent_id)
) with (fillfactor = 85);
create index act_day_of_agent on act_day (workspace_id, agent_id, kind);
select protect('act_day');

-- Badges, shipped ones and own ones. name and text in the workspace's own words by language: {"en": {"name": …, "text": …}, …}; what is not
-- there is said in ours. Codes: polarity 1 positive, 2 neutral, 3 negative; kind 1 held, 2 earned, 3 random; direction 1 most, 2 least;
-- time_window 1 day, 2 7_days, 3 30_days, 4 90_days, 5 week, 6 month, 7 all_time; tie_rule 1 earliest, 2 share; visibility 1 everyone,
-- 2 holder and leads, 3 off. tiers: {"bronze": …, "silver": …, "gold": …} of an earned one. chance_in: one day in so many, of a random one.
create table badge (
    workspace_id   uuid             not null,
    id             text             not null,
    place          int              not null,
    shipped        boolean          not null,
    picture        text             not null,
    polarity       smallint         not null,
    kind           smallint         not null,
    metric         text             not null,
    direction      smallint         not null,
    time_window    smallint         not null,
    minimum_sample int              not null,
    minimum_value  double precision not null,
    holders_max    int              not null,
    tie_rule       smallint         not null,
    gate           jsonb,
    visibility     smallint         not null,
    active         boolean          not null,
    tiers          jsonb,
    chance_in      int              not null,
    texts          jsonb            not null default '{}',
    version        bigint           not null default 1,
    primary key (workspace_id, id)
);
select protect('badge');

-- How the game is played here. preset: 1 classic, 2 kind. begun: the day it was first looked at; the next is the first evaluated.
create table game_setting (
    workspace_id uuid     not null,
    preset       smallint not null default 2,
    begun        int      not null,
    primary key (workspace_id)
);
select protect('game_setting');

-- Each day once: begun when the day began, with the snapshot up to which activities must be counted before it is evaluated.
create table badge_day (
    workspace_id uuid        not null,
    day          int         not null,
    bound        text        not null,
    evaluated_at timestamptz,
    primary key (workspace_id, day)
);
select protect('badge_day');

-- Who held which badge from which evaluation day to which, that one not in it; until is null while they hold it. tier: 1 bronze, 2 silver,
-- 3 gold of an earned one, else 0.
create table badge_award (
    workspace_id uuid             not null,
    id           uuid             not null,
    badge_id     text             not null,
    agent_id     uuid             not null,
    tier         smallint         not null,
    since        int              not null,
    until        int,
    value        double precision not null,
    sample       bigint           not null,
    primary key (workspace_id, id)
);
create unique index badge_award_held on badge_award (workspace_id, badge_id, agent_id, tier) where until is null;
create index badge_award_of_badge on badge_award (workspace_id, badge_id, since, id);
create index badge_award_of_agent on badge_award (workspace_id, agent_id, since, id);
create index badge_award_by_time on badge_award (workspace_id, since, id);
select protect('badge_award');

-- The secrets of random badges' days. The hash is shown at once, the secret when its day has been drawn.
create table draw_secret (
    workspace_id uuid        not null,
    badge_id     text        not null,
    day          int         not null,
    secret       bytea       not null,
    published_at timestamptz not null,
    drawn_at     timestamptz,
    candidates   uuid[],
    chance_in    int,
    winner_id    uuid,
    primary key (workspace_id, badge_id, day)
);
select protect('draw_secret');
