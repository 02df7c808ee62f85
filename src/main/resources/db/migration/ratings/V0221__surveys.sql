-- Short surveys by mail after a ticket is resolved. measure: 2 csat, 3 nps, 4 ces. texts: {"en": {"question": …, "thanks": …}, …}; what a
-- language lacks is said in our own words. every_days: so long a customer who got it is left in peace.
create table survey (
    workspace_id  uuid        not null,
    id            uuid        not null,
    name          text        not null,
    name_key      text        not null,
    measure       smallint    not null,
    active        boolean     not null,
    delay_minutes int         not null,
    every_days    int         not null,
    condition     jsonb       not null,
    texts         jsonb       not null,
    created_at    timestamptz not null,
    deleted_at    timestamptz,
    version       bigint      not null default 1,
    primary key (workspace_id, id)
);
create unique index survey_name on survey (workspace_id, name_key) where deleted_at is null;
select protect('survey');

-- One survey to one ticket's customer: planned by a reader of the log when the ticket is resolved, sent by a worker. state: 1 waiting,
-- 2 sent, 3 not sent, for a reason. Agent, department and channel are those of the moment it was resolved.
create table survey_sending (
    workspace_id  uuid        not null,
    id            uuid        not null,
    survey_id     uuid        not null,
    ticket_id     uuid        not null,
    customer_id   uuid        not null,
    company_id    uuid,
    agent_id      uuid,
    department_id uuid        not null,
    channel       smallint    not null,
    state         smallint    not null default 1,
    due_at        timestamptz not null,
    tries         int         not null default 0,
    reason        text,
    sent_at       timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, survey_id) references survey,
    foreign key (workspace_id, ticket_id) references ticket on delete cascade
);
create unique index survey_sending_once on survey_sending (workspace_id, ticket_id, survey_id);
create index survey_sending_due on survey_sending (workspace_id, due_at, id) where state = 1;
create index survey_sending_to on survey_sending (workspace_id, survey_id, customer_id, sent_at desc) where state = 2;
create index survey_sending_of_customer on survey_sending (workspace_id, customer_id);
select protect('survey_sending');

-- Customers who want no more surveys.
create table survey_refusal (
    workspace_id uuid        not null,
    customer_id  uuid        not null,
    at           timestamptz not null,
    primary key (workspace_id, customer_id)
);
select protect('survey_refusal');
