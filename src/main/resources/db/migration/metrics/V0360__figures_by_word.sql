-- What is counted by a word: promises (kinds 17 met, 18 missed, 19 not applicable) by level and type, rules that ran (95) by rule,
-- deliveries (44) by the state they came to. timed: how many said how long they took; seconds: of those.
create table figure_word (
    workspace_id  uuid     not null,
    kind          smallint not null,
    quarter       int      not null,
    name          text     not null,
    word          text     not null,
    agent_id      uuid     not null,
    department_id uuid     not null,
    channel       smallint not null,
    n             int      not null,
    timed         int      not null,
    seconds       bigint   not null,
    primary key (workspace_id, kind, quarter, name, word, agent_id, department_id, channel)
) with (fillfactor = 85);
select protect('figure_word');

-- What the reader has behind it already: counted here, so that nothing needs to be counted anew.
insert into figure_word (workspace_id, kind, quarter, name, word, agent_id, department_id, channel, n, timed, seconds)
select l.workspace_id, l.kind, floor(extract(epoch from l.at) / 900)::int,
    coalesce(case l.kind when 95 then l.facts ->> 'rule' when 44 then l.facts ->> 'state' else l.facts ->> 'level' end, ''),
    case when l.kind in (17, 18, 19) then coalesce(l.facts ->> 'type', '') else '' end,
    coalesce(l.agent_id, '00000000-0000-0000-0000-000000000000'), coalesce(l.department_id, '00000000-0000-0000-0000-000000000000'),
    coalesce(l.channel, 0), count(*),
    count(*) filter (where l.kind in (17, 18, 19) and jsonb_typeof(l.facts -> 'seconds') = 'number'),
    coalesce(sum(trunc((l.facts ->> 'seconds')::numeric))
        filter (where l.kind in (17, 18, 19) and jsonb_typeof(l.facts -> 'seconds') = 'number'), 0)::bigint
from log l
join reader r on r.workspace_id = l.workspace_id and r.name = 'figures'
where l.kind in (17, 18, 19, 44, 95)
    and (pg_visible_in_snapshot(l.xid, r.prev)
        or (r.cur is not null and l.seq <= r.seq and pg_visible_in_snapshot(l.xid, r.cur)))
group by 1, 2, 3, 4, 5, 6, 7, 8;

-- Where forgetting goes on: the number of the table, the page of the database in it.
alter table figure_rebuild add column table_no smallint not null default 0, add column page bigint not null default 0;

-- Counting anew begins with forgetting. A table that holds one workspace's figures alone is emptied at once: deleting millions of rows
-- costs as much as making them and leaves as many dead ones. Whether it is alone is asked after the lock, which waits for who writes to it.
-- A table in use for longer than the lock may wait is left to be emptied row by row. Returns how many were emptied.
create function forget_figures(workspace uuid) returns int
    language plpgsql security definer set search_path = pg_catalog, public set lock_timeout = '1s' set enable_seqscan = off as $$
declare
    counted text;
    others boolean;
    emptied int := 0;
begin
    if workspace is distinct from nullif(current_setting('fourleaf.workspace', true), '')::uuid then
        raise exception 'figures are forgotten inside their workspace';
    end if;
    foreach counted in array array['figure_quarter', 'figure_day', 'figure_tag_quarter', 'figure_tag_day', 'figure_customer',
        'figure_disposition', 'figure_word', 'figure_bin_quarter', 'figure_bin_month', 'case_file', 'case_again', 'case_tag',
        'case_tagged', 'rating_mark', 'presence_mark', 'presence_span'] loop
        execute format('select exists (select 1 from %1$I where workspace_id < $1) or exists (select 1 from %1$I where workspace_id > $1)
            or not exists (select 1 from %1$I where workspace_id = $1)', counted) into others using workspace;
        if not others then
            begin
                execute format('lock table %I in access exclusive mode', counted);
                execute format('select exists (select 1 from %1$I where workspace_id < $1)
                    or exists (select 1 from %1$I where workspace_id > $1)', counted) into others using workspace;
                if not others then
                    execute format('truncate %I', counted);
                    emptied := emptied + 1;
                end if;
            exception when lock_not_available then
                null;
            end;
        end if;
    end loop;
    return emptied;
end $$;
revoke all on function forget_figures(uuid) from public;
grant execute on function forget_figures(uuid) to fourleaf_app;
