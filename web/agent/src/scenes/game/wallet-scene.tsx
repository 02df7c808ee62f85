import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agentsQuery } from '@/features/agents/agents';
import classes from '@/features/coins/coins.module.css';
import { GrantCoins } from '@/features/coins/grant-coins';
import { Wallet } from '@/features/coins/wallet';
import { useMay, useSession } from '@/features/session/session';
import { Sheet } from '@/kit/sheet';

/** My coins, and for who sees everybody's reports theirs. */
export function WalletScene() {
  const { t } = useTranslation();
  const me = useSession().agent.id;
  const all = useMay('reports_all');
  const { data: agents = [] } = useQuery(agentsQuery);
  const [whose, setWhose] = useState<string | null>(null);
  return (
    <Sheet
      title={t('coins.title')}
      lead={t('coins.lead')}
      action={
        <Button variant="default" component={Link} to="/game/shop">
          {t('shop.title')}
        </Button>
      }
    >
      {all && (
        <NativeSelect
          className={classes.whose}
          aria-label={t('coins.whose')}
          value={whose ?? me}
          onChange={(e) => { setWhose(e.currentTarget.value === me ? null : e.currentTarget.value); }}
          data={agents.map(({ id, name }) => ({ value: id, label: id === me ? t('coins.mine', { name }) : name }))}
        />
      )}
      <Wallet key={whose} agent={whose} />
      <GrantCoins />
    </Sheet>
  );
}
