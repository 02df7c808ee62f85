-- Few among many: the list of those that were cancelled.
create index contest_cancelled on contest (workspace_id, first_day desc, id desc) where cancelled_at is not null;
