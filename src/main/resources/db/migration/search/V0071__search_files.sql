-- What attached files say, once per content. state: 0 waits, 1 is being read, 2 read, 3 can't be read. A file that took its reader down
-- is tried again a few times only.
create table search_file (
    workspace_id uuid        not null,
    hash         bytea       not null,
    state        smallint    not null default 0,
    tries        smallint    not null default 0,
    claimed_at   timestamptz,
    text         text        not null default '',
    primary key (workspace_id, hash),
    foreign key (workspace_id, hash) references blob on delete cascade
);
create index search_file_waiting on search_file (workspace_id) where state < 2;
select protect('search_file');

create function workspaces_with_unread_files() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public as $$
    select w.id from workspace w
    where w.suspended_at is null and exists (select 1 from search_file f where f.workspace_id = w.id and f.state < 2)
$$;
grant execute on function workspaces_with_unread_files() to fourleaf_app;
