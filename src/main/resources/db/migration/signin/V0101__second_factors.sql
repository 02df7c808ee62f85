-- What a workspace asks of everybody who signs in.
create table sign_in_rule (
    workspace_id           uuid        not null,
    second_factor_required boolean     not null default false,
    sso_only               boolean     not null default false,
    changed_at             timestamptz not null default now(),
    version                bigint      not null default 1,
    primary key (workspace_id)
);
select protect('sign_in_rule');

-- An authenticator app. Its secret is sealed with a key of the data folder; a step of time opens once.
create table totp (
    workspace_id uuid        not null,
    agent_id     uuid        not null,
    secret       bytea       not null,
    last_step    bigint      not null default 0,
    created_at   timestamptz not null default now(),
    confirmed_at timestamptz,
    primary key (workspace_id, agent_id),
    foreign key (workspace_id, agent_id) references agent
);
select protect('totp');

create table recovery_code (
    workspace_id uuid        not null,
    agent_id     uuid        not null,
    hash         text        not null,
    used_at      timestamptz,
    primary key (workspace_id, agent_id, hash),
    foreign key (workspace_id, agent_id) references agent
);
select protect('recovery_code');

create table passkey (
    workspace_id  uuid        not null,
    id            uuid        not null,
    agent_id      uuid        not null,
    credential_id text        not null,
    credential    bytea       not null,
    sign_count    bigint      not null,
    name          text        not null,
    created_at    timestamptz not null default now(),
    used_at       timestamptz,
    primary key (workspace_id, id),
    unique (workspace_id, credential_id),
    foreign key (workspace_id, agent_id) references agent
);
create index passkey_of_agent on passkey (workspace_id, agent_id, id);
select protect('passkey');

-- What was begun and waits for its second half: a second factor, a passkey's answer, a provider's. Bound to the browser that began it by
-- the hash of a cookie or by its session, and gone at the first use.
create table sign_in_step (
    workspace_id uuid        not null,
    id           uuid        not null,
    kind         smallint    not null,
    binding      text        not null,
    agent_id     uuid,
    challenge    text,
    facts        jsonb       not null default '{}',
    failures     smallint    not null default 0,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null,
    primary key (workspace_id, id)
);
create index sign_in_step_by_binding on sign_in_step (workspace_id, binding, kind);
select protect('sign_in_step');

create or replace function forget_old_sign_ins(moment timestamptz) returns int
    language sql security definer set search_path = pg_catalog, public as $$
    with ended as (delete from session where expires_at < moment returning 1),
         steps as (delete from sign_in_step where expires_at < moment returning 1),
         old as (delete from sign_in_failure where at < moment - interval '1 day' returning 1)
    select ((select count(*) from ended) + (select count(*) from steps) + (select count(*) from old))::int
$$;
