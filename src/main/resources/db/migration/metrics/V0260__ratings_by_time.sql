-- The ratings of a time, whichever their tickets.
create index rating_mark_by_time on rating_mark (workspace_id, at) where not invalidates;
