-- How an agent comes in belongs to sign-in, not to the agent.
create table password (
    workspace_id uuid        not null,
    agent_id     uuid        not null,
    hash         text        not null,
    changed_at   timestamptz not null default now(),
    primary key (workspace_id, agent_id),
    foreign key (workspace_id, agent_id) references agent
);
select protect('password');

insert into password (workspace_id, agent_id, hash, changed_at)
select workspace_id, id, password_hash, created_at from agent where password_hash is not null;

alter table agent drop column password_hash;
