-- texts: {"en": {"name": …, "text": …}, …}; name and text are what is said where they say nothing. face: the hash of an own picture.
alter table shop_item
    add texts jsonb not null default '{}',
    add face  text;

-- What it was called when it was bought, in every language.
alter table shop_order add item_texts jsonb not null default '{}';

-- Own pictures of items: cleaned SVG, or a PNG drawn anew.
create table shop_picture (
    workspace_id uuid  not null,
    item_id      uuid  not null,
    hash         text  not null,
    type         text  not null,
    content      bytea not null,
    primary key (workspace_id, item_id),
    foreign key (workspace_id, item_id) references shop_item
);
select protect('shop_picture');
