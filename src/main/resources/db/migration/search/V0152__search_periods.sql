-- Between which moments the tickets of a period were opened: a question for a day passes over the periods that hold none of it. The bounds
-- only widen, so they may be wider than what is left.
create table search_period (
    workspace_id uuid        not null,
    period       int         not null,
    oldest       timestamptz not null,
    newest       timestamptz not null,
    primary key (workspace_id, period)
);
select protect('search_period');

insert into search_period (workspace_id, period, oldest, newest)
select d.workspace_id, d.period, min(t.created_at), max(t.created_at)
from search_document d
join ticket t on t.workspace_id = d.workspace_id and t.id = d.ticket_id
group by d.workspace_id, d.period;
