-- How many tickets came to a department on a day since 1970 (UTC).
create table arrived_day (
    workspace_id  uuid   not null,
    department_id uuid   not null,
    day           bigint not null,
    arrived       bigint not null,
    primary key (workspace_id, department_id, day)
);
select protect('arrived_day');
