-- Roles a workspace makes of its own; two of one name, however written, would be one too many.
alter table role add column version bigint not null default 1;
alter table role add column name_key text not null generated always as (lower(name)) stored;
create unique index role_by_name_key on role (workspace_id, name_key);
create index agent_of_role on agent (workspace_id, role_id);
