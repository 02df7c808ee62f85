-- One notification for all tickets of an agent who went: how many, and whose they were.
alter table notification add column amount int, add column from_agent_id uuid;
