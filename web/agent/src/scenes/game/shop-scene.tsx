import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShopItem } from '@/api/types';
import { Coins } from '@/features/coins/coin';
import { useMay } from '@/features/session/session';
import { MyOrders, OrdersToHandle } from '@/features/shop/orders';
import { Shelves } from '@/features/shop/shelves';
import { shopQuery } from '@/features/shop/shop';
import classes from '@/features/shop/shop.module.css';
import { Sheet } from '@/kit/sheet';

/** What coins buy, what I bought, and for who hands it out what waits. */
export function ShopScene() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<ShopItem | null>();
  const { data: balance } = useQuery({ ...shopQuery, select: (shop) => shop.balance });
  const edits = useMay('workspace_manage');
  return (
    <Sheet
      title={t('shop.title')}
      lead={
        <>
          {t('shop.lead')} {balance !== undefined && <span className={classes.purse}>{t('shop.purse')} <Coins n={balance} /></span>}
        </>
      }
      action={edits ? <Button onClick={() => { setEdited(null); }}>{t('shop.new_item')}</Button> : undefined}
    >
      <Shelves edited={edited} edit={setEdited} />
      <MyOrders />
      <OrdersToHandle />
    </Sheet>
  );
}
