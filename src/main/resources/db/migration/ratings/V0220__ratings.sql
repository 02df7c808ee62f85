-- Whether customers are asked under each answer how it was; the secret seals the links of ratings and surveys. It is encrypted, with a key
-- that lies outside the database.
create table rating_setting (
    workspace_id uuid    not null,
    on_answers   boolean not null default false,
    secret       bytea   not null,
    version      bigint  not null default 1,
    primary key (workspace_id)
);
select protect('rating_setting');

-- What customers said of an answer (measure 1; value 1 reward, 2 neutral, 3 rebuke) or in a survey (2 csat, 3 nps, 4 ces; value the score).
-- One row per answer: a changed vote changes it, the log keeps both. What was brought in has no subject and perhaps no ticket here, so
-- nothing refers. Comments and reasons are activity_words, where they can be erased; log_seq is the
-- line that gave it, where it happened here.
create table rating (
    workspace_id    uuid        not null,
    id              uuid        not null,
    measure         smallint    not null,
    value           smallint    not null,
    refused         boolean     not null default false,
    ticket_id       uuid,
    subject_id      uuid,
    is_message      boolean     not null default true,
    agent_id        uuid,
    customer_id     uuid,
    company_id      uuid,
    department_id   uuid,
    channel         smallint,
    survey_id       uuid,
    given_at        timestamptz not null,
    first_given_at  timestamptz not null,
    words_id        uuid,
    external_id     text,
    log_seq         bigint,
    invalidated_at  timestamptz,
    invalidated_by  uuid,
    reason_words_id uuid,
    version         bigint      not null default 1,
    primary key (workspace_id, id)
);
create index rating_by_time on rating (workspace_id, given_at desc, id desc);
create index rating_of_agent on rating (workspace_id, agent_id, given_at desc, id desc) where agent_id is not null;
create index rating_of_department on rating (workspace_id, department_id, given_at desc, id desc) where department_id is not null;
create index rating_of_customer on rating (workspace_id, customer_id, given_at desc, id desc) where customer_id is not null;
create index rating_of_ticket on rating (workspace_id, ticket_id) where ticket_id is not null;
create unique index rating_once on rating (workspace_id, measure, subject_id) where subject_id is not null;
create unique index rating_by_external_id on rating (workspace_id, external_id, measure) where external_id is not null;
select protect('rating');

update role set permissions = array_append(permissions, 'ratings_manage')
where built_in and name in ('owner', 'admin') and not 'ratings_manage' = any (permissions);
