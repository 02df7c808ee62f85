-- What a workspace's own field of a ticket holds, as texts: none, one, or several. Conditions compare these.
create function field_texts(fields jsonb, name text) returns text[] language sql immutable parallel safe as $$
    select case
        when fields -> name is null or jsonb_typeof(fields -> name) = 'null' then '{}'::text[]
        when jsonb_typeof(fields -> name) = 'array'
            then array_remove(array(select jsonb_array_elements_text(fields -> name)), null)
        else array[fields ->> name]
    end
$$;
grant execute on function field_texts(jsonb, text) to fourleaf_app;

-- sharing: 1 private, 2 shared with some, 3 public.
create table saved_view (
    workspace_id uuid        not null,
    id           uuid        not null,
    name         text        not null,
    name_key     text        not null,
    owner_id     uuid        not null,
    sharing      smallint    not null,
    condition    jsonb       not null,
    columns      text[]      not null default '{}',
    sort         text        not null,
    created_at   timestamptz not null,
    version      bigint      not null default 1,
    primary key (workspace_id, id),
    foreign key (workspace_id, owner_id) references agent
);
create index saved_view_of_owner on saved_view (workspace_id, owner_id);
create index saved_view_public on saved_view (workspace_id) where sharing = 3;
select protect('saved_view');

-- Whom a shared view is for: kind 1 an agent, 2 a department's members.
create table view_share (
    workspace_id uuid     not null,
    view_id      uuid     not null,
    kind         smallint not null,
    target_id    uuid     not null,
    primary key (workspace_id, view_id, kind, target_id),
    foreign key (workspace_id, view_id) references saved_view on delete cascade
);
create index view_share_of_target on view_share (workspace_id, kind, target_id, view_id);
select protect('view_share');

-- Where each agent put a view in the sidebar.
create table view_place (
    workspace_id uuid not null,
    agent_id     uuid not null,
    view_id      uuid not null,
    place        int  not null,
    primary key (workspace_id, agent_id, view_id),
    foreign key (workspace_id, agent_id) references agent,
    foreign key (workspace_id, view_id) references saved_view on delete cascade
);
select protect('view_place');

-- The roles every workspace has may keep the desk's views from now on.
update role set permissions = array_append(permissions, 'views_manage')
where built_in and name in ('owner', 'admin', 'lead') and not 'views_manage' = any (permissions);
