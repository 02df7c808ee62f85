-- aside: between us and a third party (a forward, what comes back to it); the customer is never sent nor quoted any of it.
-- held: written but not sent yet; its row of held_message says until when.
alter table message
    add column bcc_addresses text[] not null default '{}',
    add column aside boolean not null default false,
    add column held boolean not null default false,
    add column in_reply_to uuid;

-- An answer that waits to be sent: state 1 for the seconds in which it can be taken back, 2 until the time it is scheduled for,
-- 3 because something happened meanwhile and somebody must look at it first.
create table held_message (
    workspace_id uuid        not null,
    message_id   uuid        not null,
    state        smallint    not null,
    held_at      timestamptz not null,
    due_at       timestamptz not null,
    status       smallint,
    reason       text,
    primary key (workspace_id, message_id),
    foreign key (workspace_id, message_id) references message
);
create index held_message_due on held_message (workspace_id, due_at) where state <= 2;
select protect('held_message');

create function workspaces_with_due_messages(moment timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public as $$
    select w.id from workspace w
    where w.suspended_at is null
      and exists (select 1 from held_message h where h.workspace_id = w.id and h.state <= 2 and h.due_at <= moment)
$$;
grant execute on function workspaces_with_due_messages(timestamptz) to fourleaf_app;
