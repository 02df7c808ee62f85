import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '@/features/game/game.module.css';
import { MyGame } from '@/features/game/my-game';
import { OpenQuests } from '@/features/quests/open-quests';
import { Sheet } from '@/kit/sheet';

/** My level, my points and the badges I hold. */
export function GameScene() {
  const { t } = useTranslation();
  return (
    <Sheet title={t('game.mine_title')} lead={t('game.lead')}>
      <MyGame />
      <OpenQuests />
      <p className={classes.soft}>
        <Anchor href="/api/v1/game/agents/me/records" download>
          {t('game.take_home')}
        </Anchor>
      </p>
    </Sheet>
  );
}
