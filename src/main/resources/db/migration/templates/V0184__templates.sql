-- Texts of system mails that somebody rewrote; without a row the shipped one holds. No department: for all of them.
create table mail_template (
    workspace_id  uuid     not null,
    id            uuid     not null,
    kind          smallint not null,
    department_id uuid,
    language      text     not null,
    subject       text     not null,
    html          text     not null,
    version       bigint   not null default 1,
    primary key (workspace_id, id),
    unique nulls not distinct (workspace_id, kind, department_id, language),
    foreign key (workspace_id, department_id) references department
);
create index mail_template_of_department on mail_template (workspace_id, department_id) where department_id is not null;
select protect('mail_template');

-- Which automatic answers a department gives to new tickets; without a row it gives none.
create table auto_answer (
    workspace_id  uuid    not null,
    department_id uuid    not null,
    on_creation   boolean not null,
    out_of_hours  boolean not null,
    holiday       boolean not null,
    version       bigint  not null default 1,
    primary key (workspace_id, department_id),
    foreign key (workspace_id, department_id) references department
);
select protect('auto_answer');

-- Tickets whose automatic answer is still to be given.
create table auto_answer_todo (
    workspace_id uuid        not null,
    ticket_id    uuid        not null,
    next_try_at  timestamptz not null,
    attempts     int         not null default 0,
    primary key (workspace_id, ticket_id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade
);
create index auto_answer_todo_due on auto_answer_todo (workspace_id, next_try_at);
select protect('auto_answer_todo');

create function workspaces_with_auto_answers_due(moment timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public as $$
    select w.id from workspace w
    where w.suspended_at is null and exists (select 1 from auto_answer_todo t where t.workspace_id = w.id and t.next_try_at <= moment)
$$;
grant execute on function workspaces_with_auto_answers_due(timestamptz) to fourleaf_app;
