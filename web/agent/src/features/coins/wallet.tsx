import { Button } from '@mantine/core';
import { IconAward, IconChecklist, IconGift, IconHeart, IconReceiptRefund, IconShoppingBag, IconTrophy, type Icon } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CoinEntry } from '@/api/types';
import { badgesQuery } from '@/features/game/game';
import { questsQuery } from '@/features/quests/quests';
import { ItemPicture } from '@/features/shop/item-picture';
import { myOrdersQuery } from '@/features/shop/shop';
import { Line, Lines, Section } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { Coin } from './coin';
import { ledgerQuery } from './coins';
import classes from './coins.module.css';

const ICONS: Record<string, Icon> = {
  badge: IconAward,
  quest: IconChecklist,
  contest: IconTrophy,
  kudos: IconHeart,
  order: IconShoppingBag,
  refund: IconReceiptRefund,
};

/** What an agent has, and every coin that came or went. @param agent none for me */
export function Wallet({ agent }: { agent: string | null }) {
  const { t, i18n } = useTranslation();
  const query = useInfiniteQuery(ledgerQuery(agent));
  const about = useAbout();
  const { data: orders = [] } = useQuery(myOrdersQuery);
  const bought = ({ order: id }: CoinEntry) => {
    const item = id && orders.find((order) => order.id === id)?.item;
    return item ? <ItemPicture picture={item.picture} url={item.picture_url} size={32} /> : null;
  };
  const balance = query.data?.pages[0]?.balance ?? 0;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const number = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' });
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Waiting rows={4} height={56} />;
  return (
    <>
      <div className={classes.purse}>
        <Coin size={48} />
        <div>
          <strong>{t('coins.n', { count: balance })}</strong>
          <p>{t('coins.to_spend')}</p>
        </div>
      </div>
      <Section title={t('coins.history')} lead={t('coins.history_lead')}>
        {items.length === 0 && <p className={classes.soft}>{t(agent ? 'coins.none_theirs' : 'coins.none')}</p>}
        <Lines label={t('coins.history')}>
          {items.map((entry) => {
            const Sign = ICONS[entry.rule] ?? IconGift;
            return (
              <Line
                key={entry.id}
                lead={
                  bought(entry) ?? (
                    <span className={classes.icon} data-spent={entry.coins < 0 || undefined}>
                      <Sign size={17} stroke={1.6} aria-hidden="true" />
                    </span>
                  )
                }
                title={what(entry, about(entry), t)}
                detail={<When at={entry.at} />}
                facts={<span className={entry.coins < 0 ? classes.minus : classes.plus}>{number.format(entry.coins)}</span>}
              />
            );
          })}
        </Lines>
        {query.hasNextPage && (
          <Button fullWidth size="xs" variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('coins.more')}
          </Button>
        )}
      </Section>
    </>
  );
}

/** What badges, quests and ordered items are called; nothing for what is gone. */
function useAbout() {
  const { data: badges = [] } = useQuery(badgesQuery);
  const { data: quests = [] } = useQuery(questsQuery);
  const { data: orders = [] } = useQuery(myOrdersQuery);
  return (entry: CoinEntry): string => {
    if (entry.order) return orders.find((order) => order.id === entry.order)?.item.name ?? '';
    const named = entry.rule === 'badge' ? badges : entry.rule === 'quest' ? quests : [];
    return named.find((each) => each.id === entry.about)?.name ?? '';
  };
}

function what(entry: CoinEntry, about: string, t: TFunction): string {
  const named = (of: string) => (about ? t('coins.about', { what: of, name: about }) : of);
  switch (entry.rule) {
    case 'badge':
      return named(t('coins.badge'));
    case 'quest':
      return named(t(entry.activity === 'quest.undone' ? 'coins.quest_undone' : 'coins.quest'));
    case 'contest':
      return t('coins.contest');
    case 'kudos':
      return t(entry.coins < 0 ? 'coins.kudos_withdrawn' : 'coins.kudos');
    case 'order':
      return named(t('coins.order'));
    case 'refund':
      return named(t('coins.refund'));
    case 'grant':
      return entry.by ? t(entry.coins < 0 ? 'coins.taken' : 'coins.granted', { reason: entry.reason ?? '', name: entry.by.name }) : (entry.reason ?? '');
    default:
      return t('coins.award');
  }
}
