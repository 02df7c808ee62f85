-- Whole answers, ready to be sent by people and by rules. scope: 1 personal, 2 of a department, 3 everybody's. html is in the main
-- language; texts has the others, {"lt": "<p>…"}.
create table predefined_answer (
    workspace_id  uuid        not null,
    id            uuid        not null,
    name          text        not null,
    keywords      text        not null default '',
    language      text        not null,
    html          text        not null,
    texts         jsonb       not null default '{}',
    scope         smallint    not null,
    department_id uuid,
    agent_id      uuid,
    uses          bigint      not null default 0,
    changed_at    timestamptz not null,
    version       bigint      not null default 1,
    primary key (workspace_id, id),
    foreign key (workspace_id, department_id) references department,
    foreign key (workspace_id, agent_id) references agent
);
select protect('predefined_answer');
