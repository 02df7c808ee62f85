-- Ways in by mail, one of a kind for an agent. Of the secret only the hash is kept, and none before its mail is written.
create table access_link (
    workspace_id uuid        not null,
    agent_id     uuid        not null,
    kind         smallint    not null,
    id           uuid        not null,
    token_hash   bytea,
    origin       text,
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    by_mail      boolean     not null,
    next_try_at  timestamptz,
    tries        smallint    not null default 0,
    sent_at      timestamptz,
    failure      text,
    primary key (workspace_id, agent_id, kind),
    foreign key (workspace_id, agent_id) references agent
);
create index access_link_by_token on access_link (workspace_id, token_hash);
create index access_link_due on access_link (workspace_id, next_try_at) where next_try_at is not null;
create index access_link_by_age on access_link (workspace_id, made_at desc);
select protect('access_link');
