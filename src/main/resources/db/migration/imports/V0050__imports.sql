-- An outside id and the id it has here; what makes an import run twice change nothing.
create table import_key (
    workspace_id uuid     not null,
    kind         smallint not null,
    external_id  text     not null,
    id           uuid     not null,
    fingerprint  bytea,
    primary key (workspace_id, kind, external_id)
);
create index import_key_by_id on import_key (workspace_id, kind, id);
select protect('import_key');

create table import (
    workspace_id uuid        not null,
    id           uuid        not null,
    kind         smallint    not null,
    state        smallint    not null,
    started_by   uuid        not null,
    started_at   timestamptz not null,
    ended_at     timestamptz,
    received     bigint      not null default 0,
    imported     bigint      not null default 0,
    unchanged    bigint      not null default 0,
    failed       bigint      not null default 0,
    primary key (workspace_id, id)
);
select protect('import');

create table import_error (
    workspace_id uuid   not null,
    import_id    uuid   not null,
    line         bigint not null,
    reason       text   not null,
    primary key (workspace_id, import_id, line),
    foreign key (workspace_id, import_id) references import on delete cascade
);
select protect('import_error');
