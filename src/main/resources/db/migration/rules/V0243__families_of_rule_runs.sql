-- All that follows from one event by rules is a family: so many runs, and it is cut short.
alter table rule_todo add column family uuid;
alter table rule_run add column family uuid;
create index rule_run_family on rule_run (workspace_id, family) where family is not null;

-- Tickets that a broken rule passed over.
create index rule_run_passed_over on rule_run (workspace_id, rule_id) where outcome = 4;
