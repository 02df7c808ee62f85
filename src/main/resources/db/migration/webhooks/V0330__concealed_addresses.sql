-- Of one that is concealed the address is the secret, sealed in its place; url says only where it leads.
alter table webhook add column concealed boolean not null default false;
