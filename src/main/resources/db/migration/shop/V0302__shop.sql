-- What coins buy. picture: one of ours, by name. stock null: as many as anybody wants. Buying takes one by a conditional update of this row,
-- which also puts one agent's purchases of it in a row behind each other, so that the limit per agent holds.
create table shop_item (
    workspace_id  uuid        not null,
    id            uuid        not null,
    name          text        not null,
    text          text        not null default '',
    picture       text        not null,
    cost          int         not null,
    stock         int check (stock >= 0),
    per_agent_max int,
    approval      boolean     not null,
    active        boolean     not null,
    removed_at    timestamptz,
    version       bigint      not null default 1,
    primary key (workspace_id, id)
);
select protect('shop_item');

-- Who bought what for how many coins. state: 1 waiting, 2 approved, 3 fulfilled, 4 refused, 5 refunded, 6 cancelled.
create table shop_order (
    workspace_id uuid        not null,
    id           uuid        not null,
    item_id      uuid        not null,
    item_name    text        not null,
    agent_id     uuid        not null,
    cost         int         not null,
    wish         text        not null default '',
    state        smallint    not null,
    at           timestamptz not null,
    version      bigint      not null default 1,
    primary key (workspace_id, id),
    foreign key (workspace_id, item_id) references shop_item,
    foreign key (workspace_id, agent_id) references agent
);
create index shop_order_by_time on shop_order (workspace_id, at, id);
create index shop_order_by_state on shop_order (workspace_id, state, at, id);
create index shop_order_of_agent on shop_order (workspace_id, agent_id, at, id);
create index shop_order_of_item on shop_order (workspace_id, item_id, agent_id, state);
select protect('shop_order');

-- Every state an order was in, since when, by whom; never changed.
create table shop_order_step (
    workspace_id uuid        not null,
    order_id     uuid        not null,
    place        int         not null,
    state        smallint    not null,
    at           timestamptz not null,
    by_id        uuid,
    note         text        not null default '',
    primary key (workspace_id, order_id, place),
    foreign key (workspace_id, order_id) references shop_order
);
select protect('shop_order_step');
