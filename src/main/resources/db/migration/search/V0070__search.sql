-- The index of tickets. Outside row-level security on purpose (docs/adr/0002 and the one on search): matching words is not leak-proof, so
-- under it no index would serve. It holds ids and single words only, and every question joins it to a protected table.
-- A document is a ticket: its head (subject, code, tags, customer) and up to some messages; a long thread has more parts.
create table search_document (
    workspace_id uuid     not null,
    ticket_id    uuid     not null,
    part         smallint not null,
    period       int      not null,
    tokens       tsvector not null,
    primary key (workspace_id, ticket_id, part)
);
-- The words live beside the row: finding, joining and ordering read narrow rows, only phrases read the words again.
alter table search_document set (toast_tuple_target = 128, autovacuum_vacuum_scale_factor = 0.05);
create index search_document_tokens on search_document using gin (workspace_id, period, tokens) with (gin_pending_list_limit = 256);
grant select, insert, update, delete on search_document to fourleaf_app;

-- The index of customers, the same way.
create table search_customer (
    workspace_id uuid     not null,
    customer_id  uuid     not null,
    tokens       tsvector not null,
    primary key (workspace_id, customer_id)
);
alter table search_customer set (toast_tuple_target = 128);
create index search_customer_tokens on search_customer using gin (workspace_id, tokens) with (gin_pending_list_limit = 256);
grant select, insert, update, delete on search_customer to fourleaf_app;

-- How many documents a workspace has had: what the next one's period is made of.
create table search_size (
    workspace_id uuid   not null primary key,
    documents    bigint not null
);
select protect('search_size');

-- Every word as written (folded), and in how many documents it stands.
create table search_word (
    workspace_id uuid   not null,
    word         text   not null,
    documents    bigint not null,
    primary key (workspace_id, word)
) with (fillfactor = 70);
create index search_word_near on search_word using gin (workspace_id, word gin_trgm_ops);
select protect('search_word');

-- What is to be indexed anew: 1 a ticket, 2 a customer. Rows are taken in order and go with what they caused.
create table search_todo (
    workspace_id uuid     not null,
    id           bigint   generated always as identity,
    kind         smallint not null,
    subject_id   uuid     not null,
    failures     smallint not null default 0,
    primary key (workspace_id, id)
) with (autovacuum_vacuum_scale_factor = 0.02);
select protect('search_todo');

create function workspaces_with_search_todo() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public as $$
    select w.id from workspace w
    where w.suspended_at is null and exists (select 1 from search_todo t where t.workspace_id = w.id)
$$;
grant execute on function workspaces_with_search_todo() to fourleaf_app;

-- Words that look alike. Trigrams are not leak-proof either, so this looks with the owner's rights, into the caller's workspace only.
create function words_like(wanted text, at_most int) returns table (word text, documents bigint)
    language sql stable security definer set search_path = pg_catalog, public
    set pg_trgm.similarity_threshold = 0.3 as $$
    select w.word, w.documents from search_word w
    where w.workspace_id = nullif(current_setting('fourleaf.workspace', true), '')::uuid
        and w.word % wanted and w.documents > 0
    order by similarity(w.word, wanted) desc, w.documents desc limit least(at_most, 50)
$$;
grant execute on function words_like(text, int) to fourleaf_app;
