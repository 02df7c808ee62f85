-- A new or changed time rule has all tickets looked at. Tickets that changed meanwhile don't wait behind those.
alter table time_rule_check add column backfilled boolean not null default false;
create index time_rule_check_next on time_rule_check (workspace_id, backfilled, ticket_id);
