-- An import may bring the word that a rating counts no more before the rating: it waits here by the name it gives.
create table rating_taken_back (
    workspace_id    uuid        not null,
    external_id     text        not null,
    at              timestamptz not null,
    reason_words_id uuid,
    primary key (workspace_id, external_id)
);
select protect('rating_taken_back');
