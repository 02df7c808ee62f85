-- Who vouches for a workspace's agents. The secret is sealed with a key of the data folder.
create table sso_provider (
    workspace_id  uuid        not null,
    id            uuid        not null,
    name          text        not null,
    issuer        text        not null,
    client_id     text        not null,
    client_secret bytea       not null,
    domains       text[]      not null default '{}',
    role          text,
    enabled       boolean     not null default true,
    created_at    timestamptz not null default now(),
    version       bigint      not null default 1,
    primary key (workspace_id, id)
);
select protect('sso_provider');

-- Whom a provider means by its subject.
create table sso_link (
    workspace_id uuid        not null,
    provider_id  uuid        not null,
    subject      text        not null,
    agent_id     uuid        not null,
    linked_at    timestamptz not null default now(),
    primary key (workspace_id, provider_id, subject),
    foreign key (workspace_id, provider_id) references sso_provider on delete cascade,
    foreign key (workspace_id, agent_id) references agent
);
select protect('sso_link');
