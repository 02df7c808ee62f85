-- Agents who left public boards, and since when. leaving: whether agents may.
create table board_absence (
    workspace_id uuid        not null,
    agent_id     uuid        not null,
    since        timestamptz not null,
    primary key (workspace_id, agent_id)
);
select protect('board_absence');

alter table game_setting add column leaving boolean not null default true;
