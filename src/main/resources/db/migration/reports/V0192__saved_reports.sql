-- Reports that are kept: what they show, whom they are shared with, when they go out by mail.
create table saved_report (
    workspace_id uuid        not null,
    id           uuid        not null,
    name         text        not null,
    owner_id     uuid        not null,
    everyone     boolean     not null default false,
    agents       uuid[]      not null default '{}',
    departments  uuid[]      not null default '{}',
    definition   jsonb       not null,
    schedule     jsonb,
    next_at      timestamptz,
    created_at   timestamptz not null default now(),
    version      bigint      not null default 1,
    primary key (workspace_id, id),
    foreign key (workspace_id, owner_id) references agent
);
create index saved_report_of_owner on saved_report (workspace_id, owner_id);
create index saved_report_due on saved_report (workspace_id, next_at) where next_at is not null;
select protect('saved_report');

-- One mail that is to go out, until a server took it.
create table report_mail (
    workspace_id uuid        not null,
    report_id    uuid        not null,
    due_at       timestamptz not null,
    agent_id     uuid        not null,
    next_try_at  timestamptz not null,
    tries        int         not null default 0,
    primary key (workspace_id, report_id, due_at, agent_id),
    foreign key (workspace_id, report_id) references saved_report on delete cascade
);
create index report_mail_next on report_mail (workspace_id, next_try_at);
select protect('report_mail');
