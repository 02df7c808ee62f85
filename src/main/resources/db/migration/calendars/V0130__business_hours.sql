-- Hours as they are written in the API: {"time_zone", "weekly", "holidays", "special_days"}; never part of a condition.
create table business_hours (
    workspace_id uuid        not null,
    id           uuid        not null,
    name         text        not null,
    name_key     text        not null,
    hours        jsonb       not null,
    is_default   boolean     not null default false,
    created_at   timestamptz not null default now(),
    version      bigint      not null default 1,
    primary key (workspace_id, id)
);
create unique index business_hours_name on business_hours (workspace_id, name_key);
create unique index business_hours_default on business_hours (workspace_id) where is_default;
select protect('business_hours');

-- A department without a row keeps the default one.
create table department_calendar (
    workspace_id  uuid not null,
    department_id uuid not null,
    calendar_id   uuid not null,
    primary key (workspace_id, department_id),
    foreign key (workspace_id, department_id) references department,
    foreign key (workspace_id, calendar_id) references business_hours
);
create index department_calendar_by_calendar on department_calendar (workspace_id, calendar_id);
select protect('department_calendar');

-- Desks that are open already get what a new one is given.
insert into business_hours (workspace_id, id, name, name_key, hours, is_default)
select w.id, gen_random_uuid(), n.name, lower(n.name), jsonb_build_object(
    'time_zone', w.time_zone,
    'weekly', '{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]],"wed":[["09:00","17:00"]],"thu":[["09:00","17:00"]],"fri":[["09:00","17:00"]],"sat":[],"sun":[]}'::jsonb,
    'holidays', '[]'::jsonb,
    'special_days', '{}'::jsonb), true
from workspace w
join (values ('en', 'Office hours'), ('lt', 'Darbo laikas'), ('el', 'Ώρες γραφείου'), ('zh', '办公时间')) as n (language, name)
    on n.language = case when w.language in ('lt', 'el', 'zh') then w.language else 'en' end;
