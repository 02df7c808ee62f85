-- What was imported, and what a renamed customer drags along, waits until nothing fresh does: a mail is found within seconds while a
-- million tickets are still to be read.
alter table search_todo add column later boolean not null default false;
alter table search_todo drop constraint search_todo_pkey;
alter table search_todo add primary key (workspace_id, later, id);

-- How much may wait unsorted is for who writes to say: little beside live work, a whole batch of an import, which then sorts it in one go.
alter index search_document_tokens reset (gin_pending_list_limit);

-- Only an index's owner may ask for that.
create function search_sorted() returns bigint
    language sql volatile security definer set search_path = pg_catalog, public as $$
    select gin_clean_pending_list('search_document_tokens'::regclass)
$$;
grant execute on function search_sorted() to fourleaf_app;
