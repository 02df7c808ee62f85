-- All of one agent's days: what they compete for with nobody.
create index act_day_of_agent_days on act_day (workspace_id, agent_id, day);
