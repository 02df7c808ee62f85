-- What was awarded, for colleagues to see. kind 1 badge, 2 level, 3 contest, 4 quest, 5 kudos; agent_id: whose it is, none of a contest;
-- subject: the id of what was won; facts: what else the line of the log said.
create table wall_entry (
    workspace_id uuid        not null,
    id           uuid        not null,
    at           timestamptz not null,
    kind         smallint    not null,
    agent_id     uuid,
    by_id        uuid,
    subject      text        not null,
    facts        jsonb       not null,
    source_seq   bigint      not null,
    hidden_at    timestamptz,
    hidden_by    uuid,
    primary key (workspace_id, id)
);
create unique index wall_entry_once on wall_entry (workspace_id, source_seq);
create index wall_entry_by_time on wall_entry (workspace_id, at desc, id desc);
create index wall_entry_of_agent on wall_entry (workspace_id, agent_id, at desc);
select protect('wall_entry');

create table wall_like (
    workspace_id uuid        not null,
    entry_id     uuid        not null,
    agent_id     uuid        not null,
    at           timestamptz not null,
    primary key (workspace_id, entry_id, agent_id),
    foreign key (workspace_id, entry_id) references wall_entry on delete cascade
);
create index wall_like_of_agent on wall_like (workspace_id, agent_id);
select protect('wall_like');

create table wall_comment (
    workspace_id uuid        not null,
    id           uuid        not null,
    entry_id     uuid        not null,
    agent_id     uuid        not null,
    at           timestamptz not null,
    text         text        not null,
    hidden_at    timestamptz,
    hidden_by    uuid,
    primary key (workspace_id, id),
    foreign key (workspace_id, entry_id) references wall_entry on delete cascade
);
create index wall_comment_of_entry on wall_comment (workspace_id, entry_id, id);
create index wall_comment_of_agent on wall_comment (workspace_id, agent_id);
select protect('wall_comment');

-- Chats that new entries are posted to. id is that of the concealed webhook; flavour 1 slack, 2 teams; kinds as above.
create table wall_outlet (
    workspace_id uuid       not null,
    id           uuid       not null,
    flavour      smallint   not null,
    language     text       not null,
    kinds        smallint[] not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, id) references webhook on delete cascade
);
select protect('wall_outlet');
