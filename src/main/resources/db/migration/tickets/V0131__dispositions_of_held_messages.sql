-- How the case ended, for an answer that waits and resolves its ticket when it goes out.
alter table held_message add column disposition text;
