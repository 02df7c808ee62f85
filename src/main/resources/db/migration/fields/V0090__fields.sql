-- What a workspace asks about its tickets, customers and companies beyond what every desk asks. The values stand in the subject's own
-- `fields`, under the key, so that an archived or deleted field leaves them readable.
create table field (
    workspace_id uuid     not null,
    id           uuid     not null,
    subject      smallint not null,
    key          text     not null,
    name         text     not null,
    type         smallint not null,
    options      text[]   not null default '{}',
    required     smallint not null default 0,
    place        bigint   not null,
    help         text,
    archived_at  timestamptz,
    version      bigint   not null default 1,
    primary key (workspace_id, id),
    unique (workspace_id, subject, key)
);
select protect('field');
alter table company add column fields jsonb not null default '{}';
