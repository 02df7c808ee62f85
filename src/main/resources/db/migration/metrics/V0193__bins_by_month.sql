-- Bins by day were hardly fewer than by quarter of an hour. By month and of all agents together they are few, so that medians of a year
-- cost little; what is told apart by agent is read by quarter.
drop table figure_bin_day;
create table figure_bin_month (
    workspace_id  uuid     not null,
    measure       smallint not null,
    tag_id        uuid     not null,
    month         int      not null,
    bin           smallint not null,
    department_id uuid     not null,
    channel       smallint not null,
    n             int      not null,
    primary key (workspace_id, measure, tag_id, month, bin, department_id, channel)
) with (fillfactor = 85);
select protect('figure_bin_month');

truncate figure_quarter, figure_day, figure_tag_quarter, figure_tag_day, figure_customer, figure_disposition, figure_bin_quarter,
    case_file, case_again, case_tag, case_tagged, rating_mark, presence_mark, presence_span;
update reader set prev = '1:1:', cur = null, seq = 0 where name = 'figures';
