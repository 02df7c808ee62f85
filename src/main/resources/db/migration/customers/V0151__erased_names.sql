-- What an erased customer was called, until their tickets have forgotten it, too.
alter table customer_work add column names text[] not null default '{}';
