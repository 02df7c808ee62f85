import { ActionIcon, Button, Menu, Modal, Textarea } from '@mantine/core';
import { IconDots, IconShoppingBag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { ShopItem } from '@/api/types';
import { Coins } from '@/features/coins/coin';
import { useCommands } from '@/kit/commands';
import { Confirm } from '@/kit/confirm';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { Empty, Failed, Waiting } from '@/kit/states';
import { told } from '@/kit/toast';
import { ItemBanner, ItemPicture } from './item-picture';
import { ItemEditor } from './item-editor';
import { NOTE_LENGTH_MAX, shopQuery, useBuy, useRemoveItem } from './shop';
import classes from './shop.module.css';

/** What coins buy here, and for whoever keeps the shop the shelves themselves. */
export function Shelves({ edited, edit }: { edited: ShopItem | null | undefined; edit: (item: ShopItem | null | undefined) => void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(shopQuery);
  const [bought, setBought] = useState<ShopItem>();
  const [gone, setGone] = useState<ShopItem>();
  const remove = useRemoveItem();
  const edits = data?.abilities.edit ?? false;
  useCommands(edits ? [{ id: 'new-shop-item', label: t('shop.new_item'), group: t('game.title'), act: () => { edit(null); } }] : []);
  return (
    <>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} height={96} />}
      {data?.items.length === 0 && (
        <Empty icon={<IconShoppingBag size={32} stroke={1.4} />} title={t('shop.none')}>
          <p>{t(edits ? 'shop.none_lead_edit' : 'shop.none_lead')}</p>
        </Empty>
      )}
      <ul className={classes.shelves} aria-label={t('shop.title')}>
        {data?.items.map((item) => (
          <Shelf key={item.id} item={item} balance={data.balance} buy={() => { setBought(item); }} edit={() => { edit(item); }} remove={() => { setGone(item); }} />
        ))}
      </ul>
      {bought && <Buying item={bought} close={() => { setBought(undefined); }} />}
      <Modal opened={edited !== undefined} onClose={() => { edit(undefined); }} title={edited ? edited.name : t('shop.new_item')} size="lg">
        {edited !== undefined && <ItemEditor item={edited} close={() => { edit(undefined); }} />}
      </Modal>
      <Confirm
        opened={gone !== undefined}
        close={() => { setGone(undefined); }}
        title={t('shop.remove', { name: gone?.name ?? '' })}
        verb={t('word.delete')}
        busy={remove.isPending}
        act={() => { if (gone) remove.mutate(gone.id, { onSettled: () => { setGone(undefined); } }); }}
      >
        <p>{t('shop.remove_lead')}</p>
      </Confirm>
    </>
  );
}

function Shelf({ item, balance, buy, edit, remove }: { item: ShopItem; balance: number; buy: () => void; edit: () => void; remove: () => void }) {
  const { t } = useTranslation();
  const soldOut = item.stock === 0;
  const full = item.per_agent_max !== null && item.bought >= item.per_agent_max;
  const missing = item.cost - balance;
  return (
    <li className={classes.item} data-off={!item.active || undefined}>
      <ItemBanner picture={item.picture} url={item.picture_url} />
      <div className={classes.about}>
        <h2 className={classes.name}>
          {item.name}
          {item.abilities.edit && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon className={classes.more} aria-label={t('common.more_of', { name: item.name })}>
                  <IconDots size={18} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={edit}>{t('game.edit')}</Menu.Item>
                <Menu.Item color="red" onClick={remove}>
                  {t('word.delete')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </h2>
        {item.text && <p className={classes.text}>{item.text}</p>}
        <p className={classes.notes}>
          {!item.active && <span>{t('shop.off')}</span>}
          {soldOut ? <span>{t('shop.sold_out')}</span> : item.stock !== null && <span>{t('shop.left', { count: item.stock })}</span>}
          {item.approval && <span>{t('shop.asks')}</span>}
          {item.bought > 0 && <span>{t('shop.bought', { count: item.bought })}</span>}
          {item.active && !soldOut && full && <span>{t('shop.full')}</span>}
          {item.active && !soldOut && !full && missing > 0 && <span>{t('shop.missing', { count: missing })}</span>}
        </p>
        <div className={classes.foot}>
          <span className={classes.cost}>
            <Coins n={item.cost} />
          </span>
          <Button size="xs" disabled={!item.abilities.buy} aria-label={t('shop.buy_of', { name: item.name })} onClick={buy}>
            {t('shop.buy')}
          </Button>
        </div>
      </div>
    </li>
  );
}

function Buying({ item, close }: { item: ShopItem; close: () => void }) {
  const { t } = useTranslation();
  const buy = useBuy();
  const [wish, setWish] = useState('');
  return (
    <Modal opened onClose={close} title={t('shop.buy_of', { name: item.name })} centered>
      <div className={classes.form}>
        <div className={classes.sum}>
          <ItemPicture picture={item.picture} url={item.picture_url} size={56} />
          <div>
            <p className={classes.cost}>
              <Coins n={item.cost} />
            </p>
            <p className={classes.soft}>{t(item.approval ? 'shop.buying_asks' : 'shop.buying')}</p>
          </div>
        </div>
        <Textarea label={t('shop.wish')} placeholder={t('shop.wish_hint')} autosize minRows={2} maxRows={6} maxLength={NOTE_LENGTH_MAX} value={wish} onChange={(e) => { setWish(e.currentTarget.value); }} />
        <FormError message={buy.error && explain(asProblem(buy.error), t)} />
        <FormEnd>
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button
            loading={buy.isPending}
            data-autofocus
            onClick={() => {
              buy.mutate(
                { item: item.id, cost: item.cost, wish: wish.trim() },
                {
                  onSuccess: () => {
                    told(t('shop.done', { name: item.name }));
                    close();
                  },
                },
              );
            }}
          >
            {t('shop.buy')}
          </Button>
        </FormEnd>
      </div>
    </Modal>
  );
}
