-- What an agent is told of may be a badge or a level, by its id.
alter table notification add column prize_id text;
