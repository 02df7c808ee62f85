create table ticket (
    workspace_id     uuid        not null,
    id               uuid        not null,
    code             text        not null,
    subject          text        not null,
    status           smallint    not null,
    priority         smallint    not null default 2,
    type             text        not null default 'question',
    department_id    uuid        not null,
    assignee_id      uuid,
    customer_id      uuid        not null,
    company_id       uuid,
    channel          smallint    not null,
    mailbox_id       uuid,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    last_message_at  timestamptz not null,
    status_since     timestamptz not null,
    due_at           timestamptz not null,
    postponed_until  timestamptz,
    status_before    smallint,
    first_assigned_at timestamptz,
    first_answered_at timestamptz,
    resolved_at      timestamptz,
    disposition      text,
    merged_into      uuid,
    linked_from      uuid,
    snippet          text        not null default '',
    message_count    int         not null default 0,
    has_attachments  boolean     not null default false,
    fields           jsonb       not null default '{}',
    version          bigint      not null default 1,
    primary key (workspace_id, id),
    unique (workspace_id, code),
    foreign key (workspace_id, department_id) references department,
    foreign key (workspace_id, assignee_id) references agent,
    foreign key (workspace_id, customer_id) references customer
) with (fillfactor = 85);
-- Eight indexes at most, these with the two above. Lists read per department and status and merge, so that access needs no filter.
create index ticket_department_last on ticket (workspace_id, department_id, status, last_message_at desc, id desc) where merged_into is null;
create index ticket_status_last on ticket (workspace_id, status, last_message_at desc, id desc) where merged_into is null;
create index ticket_assignee_last on ticket (workspace_id, assignee_id, status, last_message_at desc, id desc) where merged_into is null;
create index ticket_department_age on ticket (workspace_id, department_id, status, id desc) where merged_into is null;
create index ticket_importance on ticket (workspace_id, department_id, priority, due_at, id) where merged_into is null and status <= 2;
create index ticket_customer on ticket (workspace_id, customer_id, id desc);
select protect('ticket');

-- Append-only deltas, read by sum(n), folded by a job: exact, without a lock.
create table ticket_count (
    workspace_id  uuid     not null,
    department_id uuid     not null,
    status        smallint not null,
    id            uuid     not null,
    n             int      not null,
    primary key (workspace_id, department_id, status, id)
) with (fillfactor = 100);
select protect('ticket_count');

create table message (
    workspace_id   uuid        not null,
    id             uuid        not null,
    ticket_id      uuid        not null,
    type           smallint    not null,
    direction      smallint    not null,
    author_kind    smallint    not null,
    author_id      uuid,
    author_name    text        not null,
    author_address text,
    at             timestamptz not null,
    text           text        not null,
    new_text       text,
    quoted_text    text,
    html           text,
    new_html       text,
    quoted_html    text,
    has_remote_content boolean not null default false,
    new_sender     boolean     not null default false,
    to_addresses   text[]      not null default '{}',
    cc_addresses   text[]      not null default '{}',
    rfc_message_id text,
    rfc_references text,
    intake_id      uuid,
    reported_as    text,
    delivery       smallint,
    primary key (workspace_id, id),
    foreign key (workspace_id, ticket_id) references ticket
);
create index message_of_ticket on message (workspace_id, ticket_id, at, id);
create index message_by_rfc_id on message (workspace_id, rfc_message_id) where rfc_message_id is not null;
select protect('message');

create table attachment (
    workspace_id uuid        not null,
    id           uuid        not null,
    ticket_id    uuid,
    message_id   uuid,
    name         text        not null,
    type         text        not null,
    size         bigint      not null,
    hash         bytea       not null,
    content_id   text,
    inline       boolean     not null default false,
    added_by     uuid,
    added_at     timestamptz not null default now(),
    primary key (workspace_id, id),
    foreign key (workspace_id, ticket_id) references ticket,
    foreign key (workspace_id, message_id) references message,
    foreign key (workspace_id, hash) references blob
);
create index attachment_of_message on attachment (workspace_id, message_id) where message_id is not null;
create index attachment_of_blob on attachment (workspace_id, hash);
select protect('attachment');

-- Who besides the customer takes part in a ticket's mail.
create table participant (
    workspace_id uuid        not null,
    ticket_id    uuid        not null,
    address      text        not null,
    name         text,
    role         smallint    not null,
    added_at     timestamptz not null default now(),
    primary key (workspace_id, ticket_id, address),
    foreign key (workspace_id, ticket_id) references ticket
);
select protect('participant');

create table tag (
    workspace_id uuid        not null,
    id           uuid        not null,
    name         text        not null,
    name_key     text        not null,
    colour       text        not null default 'gray',
    description  text,
    archived_at  timestamptz,
    version      bigint      not null default 1,
    primary key (workspace_id, id),
    unique (workspace_id, name_key)
);
select protect('tag');

create table ticket_tag (
    workspace_id uuid        not null,
    ticket_id    uuid        not null,
    tag_id       uuid        not null,
    live         boolean     not null default true,
    last_at      timestamptz not null,
    primary key (workspace_id, ticket_id, tag_id),
    foreign key (workspace_id, ticket_id) references ticket,
    foreign key (workspace_id, tag_id) references tag
);
create index ticket_tag_list on ticket_tag (workspace_id, tag_id, live, last_at desc, ticket_id desc);
select protect('ticket_tag');

create table draft (
    workspace_id uuid        not null,
    ticket_id    uuid        not null,
    agent_id     uuid        not null,
    type         smallint    not null,
    html         text        not null,
    cc           text[]      not null default '{}',
    attachments  uuid[]      not null default '{}',
    saved_at     timestamptz not null,
    version      bigint      not null default 1,
    primary key (workspace_id, ticket_id, agent_id),
    foreign key (workspace_id, ticket_id) references ticket,
    foreign key (workspace_id, agent_id) references agent
);
select protect('draft');

create table canned_message (
    workspace_id  uuid     not null,
    id            uuid     not null,
    name          text     not null,
    keywords      text     not null default '',
    html          text     not null,
    language      text     not null,
    scope         smallint not null,
    department_id uuid,
    agent_id      uuid,
    uses          bigint   not null default 0,
    version       bigint   not null default 1,
    primary key (workspace_id, id),
    foreign key (workspace_id, department_id) references department,
    foreign key (workspace_id, agent_id) references agent
);
select protect('canned_message');
