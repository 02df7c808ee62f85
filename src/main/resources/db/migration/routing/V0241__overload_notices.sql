-- When the leads of a department were last told that more waits than its people clear in a day.
create table overload_notice (
    workspace_id  uuid        not null,
    department_id uuid        not null,
    told_at       timestamptz not null,
    primary key (workspace_id, department_id),
    foreign key (workspace_id, department_id) references department
);
select protect('overload_notice');
