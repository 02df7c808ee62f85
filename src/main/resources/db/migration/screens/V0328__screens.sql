-- Screens on the wall of an office, each with a link that opens it and nothing else. shows: queues, service, leaders, contests, wall.
-- departments: none for all. metric: what leaders are ranked by.
create table screen (
    workspace_id uuid        not null,
    id           uuid        not null,
    name         text        not null,
    secret_hash  bytea       not null,
    shows        text[]      not null,
    departments  uuid[]      not null,
    metric       text        not null,
    language     text        not null,
    made_by      uuid,
    made_at      timestamptz not null,
    version      bigint      not null default 1,
    primary key (workspace_id, id)
);
create unique index screen_secret on screen (workspace_id, secret_hash);
select protect('screen');

-- Televisions that opened one.
create table screen_session (
    workspace_id uuid        not null,
    secret_hash  bytea       not null,
    screen_id    uuid        not null,
    opened_at    timestamptz not null,
    seen_at      timestamptz not null,
    primary key (workspace_id, secret_hash),
    foreign key (workspace_id, screen_id) references screen on delete cascade
);
create index screen_session_of_screen on screen_session (workspace_id, screen_id, seen_at);
select protect('screen_session');
