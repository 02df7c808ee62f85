-- What became of a survey, newest first.
create index survey_sending_of_survey on survey_sending (workspace_id, survey_id, id desc);
