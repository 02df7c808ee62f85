-- An import that nobody touched for minutes died with its node; GET tells so without a job that looks for it.
alter table import add column touched_at timestamptz not null default now();

-- What an imported activity says in words: a phone number, a comment. Beside the log, which is never changed, so that it can be erased.
create table activity_words (
    workspace_id uuid not null,
    id           uuid not null,
    customer_id  uuid,
    number       text,
    comment      text,
    primary key (workspace_id, id)
);
create index activity_words_of_customer on activity_words (workspace_id, customer_id) where customer_id is not null;
select protect('activity_words');
