-- For what is taken away again; kind 6 is public praise, its subject the coaching note.
create index wall_entry_about on wall_entry (workspace_id, kind, subject);
