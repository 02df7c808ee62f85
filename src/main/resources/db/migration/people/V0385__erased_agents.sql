-- Who an agent was goes, all that points to the row stays.
alter table agent add column erased_at timestamptz;

-- What is left to do after an agent was erased. names and addresses: what they were called, to be looked for, emptied when it is done.
-- step: the module whose turn it is, place: where it goes on.
create table agent_erasure (
    workspace_id uuid        not null,
    agent_id     uuid        not null,
    asked_by     uuid,
    asked_at     timestamptz not null,
    names        text[]      not null,
    addresses    text[]      not null,
    step         text,
    place        text,
    done_at      timestamptz,
    primary key (workspace_id, agent_id),
    foreign key (workspace_id, agent_id) references agent
);
create index agent_erasure_left on agent_erasure (workspace_id, asked_at) where done_at is null;
select protect('agent_erasure');

-- By which an address is known again and can't be read: no import and no sign-on brings an erased agent back.
create table erased_address (
    workspace_id uuid        not null,
    print        bytea       not null,
    erased_at    timestamptz not null,
    primary key (workspace_id, print)
);
select protect('erased_address');
