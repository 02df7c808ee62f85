-- The activities that steps were taken by, each once: by source_seq, its place in the log. subject_id: the ticket it was about, or the kudos.
-- taken_seq: the line that falsified it; it then counts no more. What is older than some months is forgotten and stands.
create table quest_mark (
    workspace_id uuid        not null,
    quest_id     text        not null,
    step_id      text        not null,
    source_seq   bigint      not null,
    source_kind  smallint    not null,
    agent_id     uuid        not null,
    period       int         not null,
    subject_id   uuid,
    at           timestamptz not null,
    taken_seq    bigint,
    primary key (workspace_id, quest_id, step_id, source_seq)
);
create index quest_mark_about on quest_mark (workspace_id, subject_id) where subject_id is not null and taken_seq is null;
create index quest_mark_by_age on quest_mark (workspace_id, at);
create index quest_mark_of_agent on quest_mark (workspace_id, agent_id);
select protect('quest_mark');
