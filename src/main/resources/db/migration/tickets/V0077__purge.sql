-- A purged ticket takes along everything that was only its own. The facts in the log stay: they hold no words, and every number needs them.
alter table message drop constraint message_workspace_id_ticket_id_fkey,
    add foreign key (workspace_id, ticket_id) references ticket on delete cascade not valid;
alter table attachment drop constraint attachment_workspace_id_ticket_id_fkey,
    drop constraint attachment_workspace_id_message_id_fkey,
    add foreign key (workspace_id, ticket_id) references ticket on delete cascade not valid,
    add foreign key (workspace_id, message_id) references message on delete cascade not valid;
create index attachment_of_ticket on attachment (workspace_id, ticket_id) where ticket_id is not null;
alter table participant drop constraint participant_workspace_id_ticket_id_fkey,
    add foreign key (workspace_id, ticket_id) references ticket on delete cascade not valid;
alter table ticket_tag drop constraint ticket_tag_workspace_id_ticket_id_fkey,
    add foreign key (workspace_id, ticket_id) references ticket on delete cascade not valid;
alter table held_message drop constraint held_message_workspace_id_message_id_fkey,
    add foreign key (workspace_id, message_id) references message on delete cascade not valid;
alter table ticket_merge drop constraint ticket_merge_workspace_id_source_id_fkey,
    drop constraint ticket_merge_workspace_id_target_id_fkey,
    add foreign key (workspace_id, source_id) references ticket on delete cascade not valid,
    add foreign key (workspace_id, target_id) references ticket on delete cascade not valid;
alter table ticket_link drop constraint ticket_link_workspace_id_ticket_id_fkey,
    drop constraint ticket_link_workspace_id_other_id_fkey,
    add foreign key (workspace_id, ticket_id) references ticket on delete cascade not valid,
    add foreign key (workspace_id, other_id) references ticket on delete cascade not valid;
alter table outbound_mail drop constraint outbound_mail_workspace_id_message_id_fkey,
    add foreign key (workspace_id, message_id) references message on delete cascade not valid;
alter table outbound_recipient drop constraint outbound_recipient_workspace_id_outbound_id_fkey,
    add foreign key (workspace_id, outbound_id) references outbound_mail on delete cascade not valid;

-- A code is never given twice, also when its ticket is gone: such an insert does nothing and another code is drawn.
create table purged_ticket (
    workspace_id uuid        not null,
    code         text        not null,
    purged_at    timestamptz not null,
    primary key (workspace_id, code)
);
select protect('purged_ticket');
create function refuse_spent_code() returns trigger language plpgsql as $$
begin
    if exists (select 1 from purged_ticket p where p.workspace_id = new.workspace_id and p.code = new.code) then
        return null;
    end if;
    return new;
end $$;
create trigger refuse_spent_code before insert on ticket for each row execute function refuse_spent_code();

-- How long spam and deleted tickets are kept; without a row 30 days, without a number for ever.
create table purge_setting (
    workspace_id uuid     not null,
    after_days   smallint,
    primary key (workspace_id)
);
select protect('purge_setting');
