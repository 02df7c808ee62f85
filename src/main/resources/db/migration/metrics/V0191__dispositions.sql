-- How cases ended, by the word given; the empty one for none.
create table figure_disposition (
    workspace_id  uuid     not null,
    quarter       int      not null,
    disposition   text     not null,
    agent_id      uuid     not null,
    department_id uuid     not null,
    channel       smallint not null,
    n             int      not null,
    primary key (workspace_id, quarter, disposition, agent_id, department_id, channel)
) with (fillfactor = 85);
select protect('figure_disposition');

-- What was folded before knows nothing of them: all is counted anew.
truncate figure_quarter, figure_day, figure_tag_quarter, figure_tag_day, figure_customer, figure_bin_quarter, figure_bin_day,
    case_file, case_again, case_tag, case_tagged, rating_mark, presence_mark, presence_span;
update reader set prev = '1:1:', cur = null, seq = 0 where name = 'figures';
