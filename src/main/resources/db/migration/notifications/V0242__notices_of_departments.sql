-- What is about a department, such as too much work.
alter table notification add column department_id uuid;
