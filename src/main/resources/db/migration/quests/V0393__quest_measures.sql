-- A step may be a figure instead of an activity: {"id", "count": 1, "measure": {"metric", "op", "value", "window", "minimum_sample"}}. Who has
-- completed a quest in a period is asked for every time more was counted.
create index quest_done_of_quest on quest_done (workspace_id, quest_id, period);
