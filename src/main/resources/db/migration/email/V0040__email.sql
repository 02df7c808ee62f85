create table mailbox (
    workspace_id  uuid        not null,
    id            uuid        not null,
    address       text        not null check (address = lower(address)),
    name          text,
    department_id uuid,
    reply_secret  bytea       not null,
    created_at    timestamptz not null default now(),
    deleted_at    timestamptz,
    version       bigint      not null default 1,
    primary key (workspace_id, id),
    foreign key (workspace_id, department_id) references department
);
create unique index mailbox_address on mailbox (workspace_id, address) where deleted_at is null;
create index mailbox_by_address on mailbox (address) where deleted_at is null;
select protect('mailbox');

-- The SMTP door knows an address and must learn the workspace. The address as written comes first, then the one without its plus part;
-- reply+<token>@ goes to the oldest mailbox of its domain.
create function find_mailbox(wanted text[], reply_domain text) returns table (workspace_id uuid, mailbox_id uuid)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select m.workspace_id, m.id
    from mailbox m
    join workspace w on w.id = m.workspace_id and w.suspended_at is null
    where m.deleted_at is null and (m.address = any (wanted) or split_part(m.address, '@', 2) = reply_domain)
    order by array_position(wanted, m.address) nulls last, m.created_at
    limit 1
$$;
grant execute on function find_mailbox(text[], text) to fourleaf_app;

-- One row a mail accepted, committed before the sender hears 250. state: 1 received, 2 done, 3 quarantined, 4 refused.
create table mail_intake (
    workspace_id  uuid        not null,
    id            uuid        not null,
    mailbox_id    uuid        not null,
    source        smallint    not null,
    state         smallint    not null,
    hash          bytea       not null,
    size          bigint      not null,
    envelope_from text,
    envelope_to   text[]      not null default '{}',
    rfc_message_id text,
    received_at   timestamptz not null,
    attempts      int         not null default 0,
    next_try_at   timestamptz not null,
    kind          smallint,
    ticket_id     uuid,
    message_id    uuid,
    reason        text,
    decisions     jsonb       not null default '[]',
    bounce        jsonb,
    done_at       timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, mailbox_id) references mailbox,
    foreign key (workspace_id, hash) references blob
);
create index mail_intake_waiting on mail_intake (workspace_id, next_try_at, id) where state = 1;
create index mail_intake_by_rfc_id on mail_intake (workspace_id, rfc_message_id) where rfc_message_id is not null;
create index mail_intake_of_blob on mail_intake (workspace_id, hash);
select protect('mail_intake');

-- The same mail twice in one mailbox is stored once; to two mailboxes it makes one ticket, in the first. One row a mail, so that two who
-- file it at the same moment wait for each other.
create table mail_fingerprint (
    workspace_id uuid   not null,
    fingerprint  bytea  not null,
    intake_id    uuid   not null,
    mailboxes    uuid[] not null,
    primary key (workspace_id, fingerprint)
);
select protect('mail_fingerprint');

create function workspaces_with_waiting_mail(moment timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public as $$
    select w.id from workspace w
    where exists (select 1 from mail_intake i where i.workspace_id = w.id and i.state = 1 and i.next_try_at <= moment)
$$;
grant execute on function workspaces_with_waiting_mail(timestamptz) to fourleaf_app;

-- A mail to be sent: written in the transaction of the reply; without mailbox and Message-ID when there was no way to send it. state: 1 scheduled, 2 sending, 3 sent, 4 delayed, 5 not delivered.
create table outbound_mail (
    workspace_id   uuid        not null,
    id             uuid        not null,
    ticket_id      uuid        not null,
    message_id     uuid        not null,
    mailbox_id     uuid,
    rfc_message_id text,
    state          smallint    not null,
    report         text,
    attempts       int         not null default 0,
    queued_at      timestamptz not null,
    next_try_at    timestamptz not null,
    claimed_until  timestamptz,
    sent_at        timestamptz,
    primary key (workspace_id, id),
    unique (workspace_id, message_id),
    foreign key (workspace_id, message_id) references message,
    foreign key (workspace_id, mailbox_id) references mailbox
);
create index outbound_mail_waiting on outbound_mail (workspace_id, next_try_at, id) where state in (1, 2, 4);
create index outbound_mail_by_rfc_id on outbound_mail (workspace_id, rfc_message_id);
create index outbound_mail_of_ticket on outbound_mail (workspace_id, ticket_id, id);
create index outbound_mail_by_state on outbound_mail (workspace_id, state, id);
select protect('outbound_mail');

create table outbound_recipient (
    workspace_id uuid        not null,
    outbound_id  uuid        not null,
    address      text        not null,
    role         smallint    not null,
    state        smallint    not null,
    report       text,
    at           timestamptz not null,
    primary key (workspace_id, outbound_id, address),
    foreign key (workspace_id, outbound_id) references outbound_mail
);
select protect('outbound_recipient');

create function workspaces_with_waiting_replies(moment timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public as $$
    select w.id from workspace w
    where w.suspended_at is null
      and exists (select 1 from outbound_mail o where o.workspace_id = w.id and o.state in (1, 2, 4) and o.next_try_at <= moment)
$$;
grant execute on function workspaces_with_waiting_replies(timestamptz) to fourleaf_app;

-- The workspace's own outgoing server; without a row the operator's FOURLEAF_SMTP_URL is used.
create table outgoing_server (
    workspace_id       uuid        not null,
    url                text        not null,
    username           text,
    encrypted_password bytea,
    updated_at         timestamptz not null default now(),
    primary key (workspace_id)
);
select protect('outgoing_server');

-- Automatic mails we sent, per address and hour: the loop brake.
create table automatic_mail_count (
    workspace_id uuid        not null,
    address      text        not null,
    hour         timestamptz not null,
    n            int         not null,
    primary key (workspace_id, address, hour)
);
select protect('automatic_mail_count');
