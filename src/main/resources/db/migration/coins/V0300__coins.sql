-- Coins earned, spent, given back and granted; never changed. rule: badge, quest, kudos, … of what the log awards, with the line it is for;
-- order, refund of the shop, with the order; grant of an administrator, who says why. about: the badge, quest or kudos.
create table coin_entry (
    workspace_id uuid        not null,
    id           uuid        not null,
    agent_id     uuid        not null,
    rule         text        not null,
    coins        int         not null,
    at           timestamptz not null,
    source_kind  smallint    not null,
    source_seq   bigint,
    order_id     uuid,
    about        text,
    by_id        uuid,
    reason       text,
    primary key (workspace_id, id)
);
create unique index coin_entry_once on coin_entry (workspace_id, source_seq, agent_id) where source_seq is not null;
create unique index coin_entry_once_an_order on coin_entry (workspace_id, order_id, rule) where order_id is not null;
create index coin_entry_of_agent on coin_entry (workspace_id, agent_id, at, id);
select protect('coin_entry');

-- Their sums. Spending is one conditional update of this row, so that it never goes below zero; taking back what was undeserved may.
create table coin_balance (
    workspace_id uuid   not null,
    agent_id     uuid   not null,
    coins        bigint not null,
    primary key (workspace_id, agent_id)
) with (fillfactor = 85);
select protect('coin_balance');

update role set permissions = array_append(permissions, 'rewards_manage')
where built_in and name in ('owner', 'admin', 'lead') and not 'rewards_manage' = any (permissions);
