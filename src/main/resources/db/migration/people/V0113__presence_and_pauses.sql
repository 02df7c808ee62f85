-- Said in a browser: when that browser is gone for long enough, so is the agent.
alter table agent_presence add column by_browser boolean not null default false;

-- Why one pauses, to choose from.
create table pause_reason (
    workspace_id uuid     not null,
    id           uuid     not null,
    name         text     not null,
    name_key     text     not null,
    place        smallint not null,
    version      bigint   not null default 1,
    primary key (workspace_id, id),
    unique (workspace_id, name_key)
);
select protect('pause_reason');
insert into pause_reason (workspace_id, id, name, name_key, place)
select w.id, gen_random_uuid(), r.name, lower(r.name), r.place
from workspace w
cross join (values ('Break', 1), ('Lunch', 2), ('Meeting', 3), ('Training', 4)) as r(name, place);
