-- As before, but lines of transactions that were under way are looked for only where there were any, and never by reading all of the log:
-- after a bulk load by few transactions the planner took one of them for a good part of it.
create or replace function workspaces_with_unread_log(reader_names text[]) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public set enable_seqscan = off as $$
    select w.id
    from workspace w
    cross join lateral (
        select (select l.xid from log l where l.workspace_id = w.id order by l.xid desc limit 1) as xid offset 0
    ) as newest
    where exists (
        select 1
        from unnest(reader_names) as known(name)
        left join reader r on r.workspace_id = w.id and r.name = known.name
        where (r.name is null and newest.xid is not null)
           or r.cur is not null
           or newest.xid >= pg_snapshot_xmax(r.prev)
           or (pg_snapshot_xmin(r.prev) < pg_snapshot_xmax(r.prev) and exists (
                select 1 from log l where l.workspace_id = w.id and l.xid = any (array(select pg_snapshot_xip(r.prev))))))
$$;
