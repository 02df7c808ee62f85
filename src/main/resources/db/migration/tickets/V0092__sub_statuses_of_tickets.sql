-- A row while a ticket is in a sub-status; it leaves with the status.
create table ticket_sub_status (
    workspace_id  uuid        not null,
    ticket_id     uuid        not null,
    sub_status_id uuid        not null,
    since         timestamptz not null,
    primary key (workspace_id, ticket_id),
    foreign key (workspace_id, ticket_id) references ticket,
    foreign key (workspace_id, sub_status_id) references choice
);
create index ticket_sub_status_list on ticket_sub_status (workspace_id, sub_status_id, ticket_id);
select protect('ticket_sub_status');
