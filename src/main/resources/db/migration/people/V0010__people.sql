create table role (
    workspace_id uuid    not null,
    id           uuid    not null,
    name         text    not null,
    permissions  text[]  not null,
    built_in     boolean not null default false,
    primary key (workspace_id, id),
    unique (workspace_id, name)
);
select protect('role');

create table agent (
    workspace_id   uuid        not null,
    id             uuid        not null,
    email          text        not null check (email = lower(email)),
    name           text        not null,
    alias          text,
    role_id        uuid        not null,
    language       text        not null default 'en',
    theme          text        not null default 'system',
    time_zone      text,
    signature_html text,
    languages      text[]      not null default '{}',
    skills         text[]      not null default '{}',
    password_hash  text,
    created_at     timestamptz not null default now(),
    deactivated_at timestamptz,
    version        bigint      not null default 1,
    primary key (workspace_id, id),
    unique (workspace_id, email),
    foreign key (workspace_id, role_id) references role
);
select protect('agent');

create table session (
    workspace_id uuid        not null,
    id           uuid        not null,
    agent_id     uuid        not null,
    token_hash   bytea       not null,
    created_at   timestamptz not null default now(),
    seen_at      timestamptz not null default now(),
    expires_at   timestamptz not null,
    address      text,
    user_agent   text,
    primary key (workspace_id, id),
    foreign key (workspace_id, agent_id) references agent
);
create index session_by_token on session (token_hash);
create index session_of_agent on session (workspace_id, agent_id);
select protect('session');

create table api_token (
    workspace_id uuid        not null,
    id           uuid        not null,
    agent_id     uuid        not null,
    name         text        not null,
    token_hash   bytea       not null,
    scopes       text[],
    addresses    text[],
    created_by   uuid        not null,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz,
    used_at      timestamptz,
    revoked_at   timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, agent_id) references agent
);
create index api_token_by_token on api_token (token_hash);
create index api_token_of_agent on api_token (workspace_id, agent_id);
select protect('api_token');

create table sign_in_failure (
    workspace_id uuid        not null,
    email        text        not null,
    at           timestamptz not null default now(),
    id           uuid        not null,
    address      text,
    primary key (workspace_id, email, at, id)
);
select protect('sign_in_failure');

-- What must be looked up before the workspace is known: by the hash of a secret, never by a guessable name. Both answer with all a
-- request needs, so that authentication costs one question.
create function find_session(hash bytea, moment timestamptz)
    returns table (workspace_id uuid, id uuid, agent_id uuid, name text, permissions text[], scopes text[], addresses text[],
        expires_at timestamptz, seen_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select s.workspace_id, s.id, s.agent_id, a.name, r.permissions, null::text[], null::text[], null::timestamptz, s.seen_at
    from session s
    join agent a on a.workspace_id = s.workspace_id and a.id = s.agent_id and a.deactivated_at is null
    join role r on r.workspace_id = a.workspace_id and r.id = a.role_id
    join workspace w on w.id = s.workspace_id and w.suspended_at is null
    where s.token_hash = hash and s.expires_at > moment
$$;
grant execute on function find_session(bytea, timestamptz) to fourleaf_app;

create function find_api_token(hash bytea, moment timestamptz)
    returns table (workspace_id uuid, id uuid, agent_id uuid, name text, permissions text[], scopes text[], addresses text[],
        expires_at timestamptz, seen_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select t.workspace_id, t.id, t.agent_id, a.name, r.permissions, t.scopes, t.addresses, t.expires_at, t.used_at
    from api_token t
    join agent a on a.workspace_id = t.workspace_id and a.id = t.agent_id and a.deactivated_at is null
    join role r on r.workspace_id = a.workspace_id and r.id = a.role_id
    join workspace w on w.id = t.workspace_id and w.suspended_at is null
    where t.token_hash = hash and t.revoked_at is null and (t.expires_at is null or t.expires_at > moment)
$$;
grant execute on function find_api_token(bytea, timestamptz) to fourleaf_app;

-- Expired sessions and old failures of every workspace; the cleaner works in none.
create function forget_old_sign_ins(moment timestamptz) returns int
    language sql security definer set search_path = pg_catalog, public as $$
    with ended as (delete from session where expires_at < moment returning 1),
         old as (delete from sign_in_failure where at < moment - interval '1 day' returning 1)
    select ((select count(*) from ended) + (select count(*) from old))::int
$$;
grant execute on function forget_old_sign_ins(timestamptz) to fourleaf_app;

create table company (
    workspace_id uuid        not null,
    id           uuid        not null,
    name         text        not null,
    name_key     text        not null,
    notes        text,
    created_at   timestamptz not null default now(),
    version      bigint      not null default 1,
    primary key (workspace_id, id),
    unique (workspace_id, name_key)
);
select protect('company');

create table customer (
    workspace_id uuid        not null,
    id           uuid        not null,
    name         text        not null,
    name_key     text        not null,
    company_id   uuid,
    language     text,
    time_zone    text,
    notes        text,
    groups       text[]      not null default '{}',
    fields       jsonb       not null default '{}',
    phones       text[]      not null default '{}',
    created_at   timestamptz not null default now(),
    version      bigint      not null default 1,
    primary key (workspace_id, id),
    foreign key (workspace_id, company_id) references company
);
create index customer_by_name on customer (workspace_id, name_key, id);
create index customer_of_company on customer (workspace_id, company_id) where company_id is not null;
select protect('customer');

-- One address belongs to one customer; the first one given is the one we write to.
create table customer_address (
    workspace_id uuid    not null,
    address      text    not null check (address = lower(address)),
    customer_id  uuid    not null,
    is_primary   boolean not null default false,
    primary key (workspace_id, address),
    foreign key (workspace_id, customer_id) references customer on delete cascade
);
create index customer_address_of_customer on customer_address (workspace_id, customer_id);
select protect('customer_address');
