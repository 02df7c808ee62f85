-- Faces, drawn anew by us in two sizes; small enough to live beside the agent.
create table agent_avatar (
    workspace_id uuid  not null,
    agent_id     uuid  not null,
    hash         text  not null,
    small        bytea not null,
    large        bytea not null,
    primary key (workspace_id, agent_id),
    foreign key (workspace_id, agent_id) references agent
);
select protect('agent_avatar');

-- What agents can be good at. The names stand in agent.skills too, written just so: routing reads them there.
create table skill (
    workspace_id uuid   not null,
    id           uuid   not null,
    name         text   not null,
    name_key     text   not null,
    version      bigint not null default 1,
    primary key (workspace_id, id),
    unique (workspace_id, name_key)
);
select protect('skill');
insert into skill (workspace_id, id, name, name_key)
select distinct on (workspace_id, key) workspace_id, gen_random_uuid(), name, key
from (select a.workspace_id, btrim(s) as name, lower(regexp_replace(btrim(normalize(s, NFKC)), '\s+', ' ', 'g')) as key
      from agent a cross join unnest(a.skills) as s where btrim(s) <> '') as found
order by workspace_id, key, name;
update agent a set skills = array(
    select k.name from unnest(a.skills) with ordinality as u(s, place)
    join skill k on k.workspace_id = a.workspace_id and k.name_key = lower(regexp_replace(btrim(normalize(u.s, NFKC)), '\s+', ' ', 'g'))
    group by k.name order by min(u.place))
where a.skills <> '{}';
create index agent_by_skill on agent using gin (skills);
