-- A tag that is merged or deleted is gone at once for whoever looks for it; its tickets follow in batches until none wears it.
alter table tag add column gone_at timestamptz;

create table tag_work (
    workspace_id uuid        not null,
    tag_id       uuid        not null,
    into_id      uuid,
    asked_at     timestamptz not null,
    primary key (workspace_id, tag_id),
    foreign key (workspace_id, tag_id) references tag on delete cascade,
    foreign key (workspace_id, into_id) references tag
);
create index tag_work_into on tag_work (workspace_id, into_id) where into_id is not null;
select protect('tag_work');
