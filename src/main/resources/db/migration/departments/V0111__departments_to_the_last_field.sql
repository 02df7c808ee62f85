alter table department
    add column to_solve    boolean  not null default true,
    add column solve_order smallint not null default 2,
    add column routing     smallint not null default 1,
    add column mailbox_id  uuid,
    add column sender_name text,
    add column after_chat  smallint not null default 5,
    add column after_call  smallint not null default 5,
    add column rating      boolean  not null default true,
    add column capacity    smallint,
    add column moved_to    uuid;

alter table department_member
    add column serves_tickets boolean not null default true,
    add column serves_chats   boolean not null default true,
    add column serves_calls   boolean not null default true,
    add column signature_html text;
