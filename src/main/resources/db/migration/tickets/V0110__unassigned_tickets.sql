-- What nobody has yet, in the two orders it is taken in. Only waiting tickets without an owner are in them: small beside the table, and
-- the reason that the next ticket is found at once however many belong to somebody. Two more than the eight of V0030, on purpose.
create index ticket_unassigned_importance on ticket (workspace_id, department_id, priority, due_at, id)
    where merged_into is null and status <= 2 and assignee_id is null;
create index ticket_unassigned_age on ticket (workspace_id, department_id, id)
    where merged_into is null and status <= 2 and assignee_id is null;
