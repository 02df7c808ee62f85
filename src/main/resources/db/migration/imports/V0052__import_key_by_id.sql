-- Without the kind in front: while there were no statistics, looking up an outside id went through this index instead of the key.
drop index import_key_by_id;
create index import_key_by_id on import_key (workspace_id, id);
