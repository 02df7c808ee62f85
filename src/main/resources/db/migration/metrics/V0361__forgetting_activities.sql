-- Up to when a workspace's activities are forgotten, and how many were. Figures before that can't be counted anew.
create table log_forgotten (
    workspace_id uuid        not null,
    before       timestamptz not null,
    lines        bigint      not null,
    primary key (workspace_id)
);
select protect('log_forgotten');
revoke insert, update, delete on log_forgotten from fourleaf_app;

-- Forgets activities recorded before a moment, never such of the last year: walks the next lines after a place in the log and deletes
-- those of tickets that nothing happened to since. Administrative lines (from 1000 up) stay: they are the audit log. So do lines that some
-- reader has not read, and everything after them. What they said in words goes with them, but for ratings, which are kept on their own.
-- Returns where it got to and how many it deleted; no row when there is nothing more.
create function forget_log(workspace uuid, moment timestamptz, after_seq bigint, walked int)
    returns table (reached bigint, deleted int)
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    bound timestamptz := least(moment, now() - interval '12 months');
begin
    if workspace is distinct from nullif(current_setting('fourleaf.workspace', true), '')::uuid then
        raise exception 'activities are forgotten inside their workspace';
    end if;
    with page as (
        select l.seq, l.recorded_at, l.kind, l.ticket_id, l.facts ->> 'words' as words
        from (select * from log l where l.workspace_id = forget_log.workspace and l.seq > after_seq and l.recorded_at < bound
            order by l.seq limit least(walked, 20000)) as l
        where not exists (select 1 from reader r
            where r.workspace_id = forget_log.workspace and not pg_visible_in_snapshot(l.xid, r.prev))
    ), old as (
        select * from page p where p.kind < 1000 and not exists (select 1 from ticket t
            where t.workspace_id = forget_log.workspace and t.id = p.ticket_id and t.updated_at >= bound)
    ), gone as (
        delete from log l using old
        where l.workspace_id = forget_log.workspace and l.seq = old.seq and l.recorded_at = old.recorded_at returning 1
    ), unsaid as (
        delete from activity_words w using old
        where w.workspace_id = forget_log.workspace and w.id = old.words::uuid and old.kind not in (22, 23, 24) returning 1
    )
    select (select max(p.seq) from page p), (select count(*) from gone) into reached, deleted;
    if reached is null then
        return;
    end if;
    if deleted > 0 then
        insert into log_forgotten as g (workspace_id, before, lines) values (forget_log.workspace, bound, deleted)
        on conflict (workspace_id) do update set before = greatest(g.before, excluded.before), lines = g.lines + excluded.lines;
    end if;
    return next;
end $$;
revoke all on function forget_log(uuid, timestamptz, bigint, int) from public;
grant execute on function forget_log(uuid, timestamptz, bigint, int) to fourleaf_app;
