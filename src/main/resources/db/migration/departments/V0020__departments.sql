create table department (
    workspace_id   uuid        not null,
    id             uuid        not null,
    name           text        not null,
    name_key       text        not null,
    description    text,
    access         smallint    not null default 2,
    signature_html text,
    reopen_days    int         default 14,
    is_default     boolean     not null default false,
    created_at     timestamptz not null default now(),
    deleted_at     timestamptz,
    version        bigint      not null default 1,
    primary key (workspace_id, id)
);
create unique index department_name on department (workspace_id, name_key) where deleted_at is null;
select protect('department');

create table department_member (
    workspace_id  uuid     not null,
    department_id uuid     not null,
    agent_id      uuid     not null,
    role          smallint not null default 2,
    solves        boolean  not null default true,
    primary key (workspace_id, department_id, agent_id),
    foreign key (workspace_id, department_id) references department,
    foreign key (workspace_id, agent_id) references agent
);
create index department_member_of_agent on department_member (workspace_id, agent_id);
select protect('department_member');
