-- What an agent is at now, per channel; every change is also a fact in the log, from which the figures come.
create table agent_presence (
    workspace_id uuid        not null,
    agent_id     uuid        not null,
    channel      smallint    not null,
    state        smallint    not null,
    reason       text,
    since        timestamptz not null,
    primary key (workspace_id, agent_id, channel),
    foreign key (workspace_id, agent_id) references agent
);
select protect('agent_presence');
