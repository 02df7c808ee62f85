-- The words a workspace chose for its tickets: dispositions (1), sub-statuses (2, each under one status), types (3).
create table choice (
    workspace_id uuid     not null,
    id           uuid     not null,
    kind         smallint not null,
    name         text     not null,
    name_key     text     not null,
    status       text,
    place        bigint   not null,
    archived_at  timestamptz,
    version      bigint   not null default 1,
    primary key (workspace_id, id),
    unique (workspace_id, kind, name_key)
);
select protect('choice');

insert into choice (workspace_id, id, kind, name, name_key, place)
select w.id, gen_random_uuid(), 3, first.name, first.name, first.place
from workspace w
cross join (values ('question', 1), ('problem', 2), ('complaint', 3), ('request', 4)) as first(name, place);

-- What a ticket needs before an agent may resolve it; the all-zero department is the rule of the workspace.
create table resolve_rule (
    workspace_id  uuid    not null,
    department_id uuid    not null,
    tag           boolean not null,
    disposition   boolean not null,
    primary key (workspace_id, department_id)
);
select protect('resolve_rule');
