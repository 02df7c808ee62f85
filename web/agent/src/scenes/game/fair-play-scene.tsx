import { Button, Modal, NativeSelect } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FairPlayFlag } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { inDays } from '@/features/coaching/days';
import { DAYS, flagsQuery } from '@/features/fairplay/fair-play';
import { FlagCases } from '@/features/fairplay/flag-cases';
import classes from '@/features/game/game.module.css';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Empty, Failed, Waiting } from '@/kit/states';

/** For leads: what looks as if somebody played for the figures. Flags, not verdicts. */
export function FairPlayScene() {
  const { t, i18n } = useTranslation();
  const [days, setDays] = useState<number>(30);
  const [opened, setOpened] = useState<FairPlayFlag>();
  const from = inDays(1 - days);
  const to = inDays(1);
  const { data, error, refetch } = useQuery(flagsQuery({ from, to }));
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <Sheet title={t('fair_play.title')} lead={t('fair_play.lead')}>
      <div className={classes.tools}>
        <NativeSelect label={t('game.period')} value={String(days)} onChange={(e) => { setDays(Number(e.currentTarget.value)); }} data={DAYS.map((value) => ({ value: String(value), label: t('fair_play.days', { count: value }) }))} />
      </div>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} height={56} />}
      {data?.length === 0 && <Empty icon={<IconFlag size={28} />} title={t('fair_play.none')}>{t('fair_play.none_hint')}</Empty>}
      {data && data.length > 0 && (
        <Lines label={t('fair_play.title')}>
          {data.map((flag) => (
            <Line
              key={flag.kind + flag.agent.id}
              lead={<AgentFace agent={flag.agent} size={32} />}
              title={`${flag.agent.name} · ${t(`fair_play.kind_${flag.kind}`)}`}
              detail={t(`fair_play.what_${flag.kind}`)}
              facts={t('fair_play.share', { cases: flag.cases, of: flag.of, share: percent.format(flag.share), others: percent.format(flag.others_share) })}
              actions={
                <Button size="xs" variant="default" aria-label={t('fair_play.cases_of', { name: flag.agent.name })} onClick={() => { setOpened(flag); }}>
                  {t('fair_play.cases')}
                </Button>
              }
            />
          ))}
        </Lines>
      )}
      <Modal opened={opened !== undefined} onClose={() => { setOpened(undefined); }} title={opened && `${opened.agent.name} · ${t(`fair_play.kind_${opened.kind}`)}`} size="lg">
        {opened && <FlagCases flag={opened} from={from} to={to} />}
      </Modal>
    </Sheet>
  );
}
