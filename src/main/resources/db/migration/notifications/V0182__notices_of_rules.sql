-- What an agent is told of may be a rule instead of a ticket.
alter table notification alter column ticket_id drop not null;
alter table notification add column rule_id uuid;
