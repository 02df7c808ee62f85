-- Bins of all agents, departments and channels together by day of the workspace's zone: what a board of a month asks for, some thousand rows.
create table figure_bin_day (
    workspace_id  uuid     not null,
    measure       smallint not null,
    tag_id        uuid     not null,
    day           int      not null,
    bin           smallint not null,
    n             int      not null,
    primary key (workspace_id, measure, tag_id, day, bin)
) with (fillfactor = 85);
select protect('figure_bin_day');
insert into figure_bin_day (workspace_id, measure, tag_id, day, bin, n)
select b.workspace_id, b.measure, b.tag_id, (to_timestamp(b.quarter * 900.0) at time zone w.time_zone)::date - date '1970-01-01', b.bin, sum(b.n)
from figure_bin_quarter b join workspace w on w.id = b.workspace_id
group by 1, 2, 3, 4, 5;

-- Since when somebody is a customer: the first quarter of an hour in which they opened a case, wrote, chatted or called. Only ever earlier.
create table customer_since (
    workspace_id uuid not null,
    customer_id  uuid not null,
    quarter      int  not null,
    primary key (workspace_id, customer_id)
) with (fillfactor = 85);
select protect('customer_since');
insert into customer_since (workspace_id, customer_id, quarter)
select workspace_id, customer_id, min(quarter) from figure_customer
where created > 0 or received > 0 or chats_started > 0 or calls_in > 0
group by 1, 2;

-- Who came to us when, told by the index alone.
create index figure_customer_contacts on figure_customer (workspace_id, quarter, customer_id) include (agent_id, department_id, channel)
    where created > 0 or received > 0 or chats_started > 0 or calls_in > 0;

create or replace function forget_figures(workspace uuid) returns int
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
        'figure_disposition', 'figure_word', 'figure_bin_quarter', 'figure_bin_day', 'figure_bin_month',
        'customer_since', 'case_file', 'case_again', 'case_tag', 'case_tagged', 'rating_mark', 'presence_mark', 'presence_span'] loop
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
