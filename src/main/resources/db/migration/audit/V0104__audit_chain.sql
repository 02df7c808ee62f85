-- Each administrative line of the log once, in order and without a gap, each sealed with the one before: who changes or takes away a line
-- breaks the chain where it stood. Kept by a reader of the log.
create table audit_chain (
    workspace_id uuid   not null,
    n            bigint not null,
    seq          bigint not null,
    hash         text   not null,
    primary key (workspace_id, n)
);
create unique index audit_chain_by_seq on audit_chain (workspace_id, seq);
select protect('audit_chain');
revoke update, delete on audit_chain from fourleaf_app;

create index log_audit_by on log (workspace_id, by_id, seq) where kind >= 1000;
create index log_audit_kind on log (workspace_id, kind, seq) where kind >= 1000;
