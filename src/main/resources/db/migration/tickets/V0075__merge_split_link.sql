-- A ticket merges at most once. The row holds what the target gained by it, so that undoing takes back exactly that.
create table ticket_merge (
    workspace_id uuid        not null,
    source_id    uuid        not null,
    target_id    uuid        not null,
    merged_at    timestamptz not null,
    tags         uuid[]      not null default '{}',
    participants text[]      not null default '{}',
    primary key (workspace_id, source_id),
    foreign key (workspace_id, source_id) references ticket,
    foreign key (workspace_id, target_id) references ticket
);
create index ticket_merge_into on ticket_merge (workspace_id, target_id);
select protect('ticket_merge');

-- A merged ticket's messages belong to the target, where they are read, found and answered; this is where they go back to.
alter table message add column merged_from uuid;
create index message_merged_from on message (workspace_id, merged_from) where merged_from is not null;

-- Two tickets that have to do with each other, the smaller id first.
create table ticket_link (
    workspace_id uuid        not null,
    ticket_id    uuid        not null,
    other_id     uuid        not null,
    linked_at    timestamptz not null,
    primary key (workspace_id, ticket_id, other_id),
    check (ticket_id < other_id),
    foreign key (workspace_id, ticket_id) references ticket,
    foreign key (workspace_id, other_id) references ticket
);
create index ticket_link_back on ticket_link (workspace_id, other_id);
select protect('ticket_link');
create index ticket_linked_from on ticket (workspace_id, linked_from) where linked_from is not null;
