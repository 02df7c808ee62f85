-- How far the filling of a demonstration workspace is. state: 1 filling, 2 ready, 3 removing.
create table demo (
    workspace_id uuid        not null primary key,
    state        smallint    not null,
    seed         bigint      not null,
    now          timestamptz not null,
    done         int         not null default 0,
    total        int         not null default 0
);
select protect('demo');

-- Removes up to so many rows of a demonstration workspace and tells how many there were; 0: all is gone, the workspace too. What lets
-- people in goes last, so that a removal that was interrupted can be repeated. Walks the tables of the catalog, dependents first, so
-- that no table made later is forgotten. Refuses a workspace that is no demonstration, or not the caller's.
create function remove_demo_workspace(doomed uuid, rows_max int) returns int
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    waiting   oid[];
    late      constant text[] := array['session', 'api_token', 'agent', 'role', 'demo'];
    candidate oid;
    gone      int;
begin
    if doomed is distinct from nullif(current_setting('fourleaf.workspace', true), '')::uuid
        or not exists (select from workspace w where w.id = doomed and w.demo) then
        raise exception 'only a demonstration workspace is removed, and only from inside';
    end if;
    waiting := array(
        select c.oid from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        order by c.relname);
    for pass in 1..2 loop
        declare
            left_over oid[] := waiting;
        begin
            while cardinality(left_over) > 0 loop
                select t into candidate from unnest(left_over) as t
                where not exists (
                    select from pg_constraint f
                    where f.contype = 'f' and f.confrelid = t and f.conrelid <> t and f.conrelid = any (left_over))
                limit 1;
                if candidate is null then
                    raise exception 'the tables refer to each other in a circle';
                end if;
                left_over := array_remove(left_over, candidate);
                if pass = 2 then
                    execute format('delete from %s where workspace_id = $1', candidate::regclass) using doomed;
                elsif not candidate::regclass::text = any (late) then
                    execute format('delete from %1$s where (tableoid, ctid) in
                        (select tableoid, ctid from %1$s where workspace_id = $1 limit $2)', candidate::regclass)
                        using doomed, rows_max;
                    get diagnostics gone = row_count;
                    if gone > 0 then
                        return gone;
                    end if;
                end if;
            end loop;
        end;
    end loop;
    delete from workspace where id = doomed;
    return 0;
end $$;
revoke all on function remove_demo_workspace(uuid, int) from public;
grant execute on function remove_demo_workspace(uuid, int) to fourleaf_app;
