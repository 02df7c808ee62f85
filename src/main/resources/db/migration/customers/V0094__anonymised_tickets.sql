alter table ticket add column anonymised_at timestamptz;
