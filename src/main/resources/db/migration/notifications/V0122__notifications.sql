-- What an agent should know of: made by a reader of the log, exactly once; kept for 90 days and a thousand an agent.
create table notification (
    workspace_id uuid        not null,
    agent_id     uuid        not null,
    id           uuid        not null,
    kind         smallint    not null,
    ticket_id    uuid        not null,
    message_id   uuid,
    by_kind      smallint    not null,
    by_id        uuid,
    at           timestamptz not null,
    read_at      timestamptz,
    mail_from    timestamptz,
    mailed_at    timestamptz,
    changed      xid8        not null default pg_current_xact_id(),
    primary key (workspace_id, agent_id, id),
    foreign key (workspace_id, agent_id) references agent,
    foreign key (workspace_id, ticket_id) references ticket on delete cascade
);
create index notification_unread on notification (workspace_id, agent_id, id) where read_at is null;
create unique index notification_once on notification (workspace_id, agent_id, kind, message_id) where message_id is not null;
create index notification_of_ticket on notification (workspace_id, ticket_id, agent_id);
create index notification_changed on notification (workspace_id, changed);
create index notification_to_mail on notification (workspace_id, mail_from) where read_at is null and mailed_at is null and mail_from is not null;
create index notification_age on notification (workspace_id, at);
select protect('notification');

create table notification_setting (
    workspace_id       uuid       not null,
    agent_id           uuid       not null,
    muted              smallint[] not null default '{}',
    mailed             smallint[] not null default '{}',
    popped             smallint[] not null default '{}',
    mail_after_minutes int        not null,
    version            bigint     not null default 1,
    primary key (workspace_id, agent_id),
    foreign key (workspace_id, agent_id) references agent
);
select protect('notification_setting');
