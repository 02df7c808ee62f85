-- Extensions. Both are trusted: the owner of the database may install them, a superuser where it may not.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['pg_trgm', 'btree_gin'] loop
        begin
            execute format('create extension if not exists %I', wanted);
        exception when others then
            raise exception 'the extension % is needed: %', wanted, sqlerrm
                using hint = format('Let a superuser run in this database: create extension %I;', wanted);
        end;
    end loop;
    execute format('grant connect, temporary on database %I to fourleaf_app', current_database());
    execute format('grant usage on schema %I to fourleaf_app', current_schema());
end $$;

-- Puts a table with a workspace_id under row-level security. Without a workspace set there is no row to see or write.
create function protect(protected regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format(
        'create policy workspace on %s to fourleaf_app'
        ' using (workspace_id = nullif(current_setting(''fourleaf.workspace'', true), '''')::uuid)'
        ' with check (workspace_id = nullif(current_setting(''fourleaf.workspace'', true), '''')::uuid)', protected);
    execute format('create policy owner on %s to current_user using (true) with check (true)', protected);
    execute format('grant select, insert, update, delete on %s to fourleaf_app', protected);
end $$;
revoke all on function protect(regclass) from public;

-- Outside row-level security: it is what a request's host is looked up in before any workspace is known.
create table workspace (
    id           uuid primary key,
    name         text not null,
    host         text unique,
    time_zone    text not null,
    language     text not null,
    demo         boolean not null default false,
    created_at   timestamptz not null default now(),
    suspended_at timestamptz,
    settings     jsonb not null default '{}'
);
grant select, insert, update, delete on workspace to fourleaf_app;
