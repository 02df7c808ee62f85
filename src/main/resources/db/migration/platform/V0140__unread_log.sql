-- Once a second an idle node asks this. Whether there is anything after a position is told by the newest line's transaction, one index
-- entry; "exists a line with a later one" was planned as a scan of the log, because the planner expects a third of it to be later.
create or replace function workspaces_with_unread_log(reader_names text[]) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public as $$
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
           or exists (select 1 from log l where l.workspace_id = w.id and l.xid = any (array(select pg_snapshot_xip(r.prev)))))
$$;
