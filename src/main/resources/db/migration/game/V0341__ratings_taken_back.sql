-- The few ratings that were taken back, and by which words.
create index rating_mark_taking_back on rating_mark (workspace_id, ticket_id, given) where invalidates;
