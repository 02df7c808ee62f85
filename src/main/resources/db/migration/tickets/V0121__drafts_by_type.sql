-- An answer, a note and a forward begun in one ticket are three drafts: none takes the other's place.
alter table draft drop constraint draft_pkey;
alter table draft add primary key (workspace_id, ticket_id, agent_id, type);
alter table draft
    add column to_addresses text[] not null default '{}',
    add column bcc          text[] not null default '{}',
    add column in_reply_to  uuid,
    add column status       smallint,
    add column tab          uuid,
    add column changed      xid8 not null default pg_current_xact_id();
-- A purged ticket takes along what was begun in it.
alter table draft drop constraint draft_workspace_id_ticket_id_fkey;
alter table draft add foreign key (workspace_id, ticket_id) references ticket on delete cascade;
create index draft_of_agent on draft (workspace_id, agent_id, saved_at desc, ticket_id desc, type desc);
create index draft_changed on draft (workspace_id, changed);

-- Older words of a draft: what another window wrote over, what was taken back, and a step every few minutes. Bounded and swept.
create table draft_past (
    workspace_id uuid        not null,
    ticket_id    uuid        not null,
    agent_id     uuid        not null,
    type         smallint    not null,
    version      bigint      not null,
    html         text        not null,
    to_addresses text[]      not null,
    cc           text[]      not null,
    bcc          text[]      not null,
    attachments  uuid[]      not null,
    in_reply_to  uuid,
    status       smallint,
    saved_at     timestamptz not null,
    primary key (workspace_id, ticket_id, agent_id, type, version),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade,
    foreign key (workspace_id, agent_id) references agent
);
create index draft_past_age on draft_past (workspace_id, saved_at);
select protect('draft_past');
