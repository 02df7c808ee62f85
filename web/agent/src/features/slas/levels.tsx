import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconHourglassHigh, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlaLevel } from '@/api/types';
import { useCommands } from '@/kit/commands';
import { Line, Lines, Section } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { DeleteLevel } from './delete-level';
import { span } from './duration';
import { LevelDialog } from './level-form';
import { CLOCKS, levelsQuery } from './slas';
import classes from './slas.module.css';

/** What the desk promises. */
export function Levels() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(levelsQuery);
  const [edited, setEdited] = useState<SlaLevel | 'new' | null>(null);
  const [doomed, setDoomed] = useState<SlaLevel | null>(null);
  useCommands([{ id: 'sla-level-add', label: t('sla.add_level'), group: t('settings.sla'), act: () => { setEdited('new'); } }]);
  return (
    <Section
      title={t('sla.levels')}
      action={
        <Button leftSection={<IconPlus size={16} />} onClick={() => { setEdited('new'); }}>
          {t('sla.add_level')}
        </Button>
      }
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={48} />}
      {data?.length === 0 && <p>{t('sla.no_levels')}</p>}
      <Lines label={t('sla.levels')}>
        {data?.map((level) => (
          <Line
            key={level.id}
            lead={<IconHourglassHigh size={18} stroke={1.6} aria-hidden="true" />}
            title={level.name}
            detail={<Told level={level} />}
            facts={<Use level={level} />}
            below={level.departments.length > 0 && <span className={classes.lead}>{level.departments.map(({ name }) => name).join(', ')}</span>}
            actions={
              <>
                <Tooltip label={t('common.edit')}>
                  <ActionIcon aria-label={`${t('common.edit')}: ${level.name}`} onClick={() => { setEdited(level); }}>
                    <IconPencil size={16} />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label={t('common.delete')}>
                  <ActionIcon aria-label={`${t('common.delete')}: ${level.name}`} onClick={() => { setDoomed(level); }}>
                    <IconTrash size={16} />
                  </ActionIcon>
                </Tooltip>
              </>
            }
          />
        ))}
      </Lines>
      <LevelDialog opened={edited !== null} level={edited === 'new' ? null : edited} close={() => { setEdited(null); }} />
      {doomed && <DeleteLevel level={doomed} opened close={() => { setDoomed(null); }} />}
    </Section>
  );
}

/** "First answer 1h–4h, First resolve 8h · Office hours". */
function Told({ level }: { level: SlaLevel }) {
  const { t, i18n } = useTranslation();
  const promises = CLOCKS.flatMap((clock) => {
    const each = Object.values(level.targets[clock] ?? {}).filter((seconds): seconds is number => typeof seconds === 'number');
    if (each.length === 0) return [];
    const [least, most] = [Math.min(...each), Math.max(...each)].map((seconds) => span(seconds, i18n.language));
    return [`${t(`sla.clock_${clock}`)} ${least === most ? (least ?? '') : `${least ?? ''}–${most ?? ''}`}`];
  });
  const text = [promises.join(', '), level.business_hours?.name ?? t('sla.always')].join(' · ');
  return <span title={text}>{text}</span>;
}

function Use({ level }: { level: SlaLevel }) {
  const { t, i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language);
  return (
    <>
      {t('sla.open_clocks', { count: level.open_clocks, number: format.format(level.open_clocks) + (level.more_clocks ? '+' : '') })}
      {level.recounting > 0 && (
        <span className={classes.progress} role="status">
          <br />
          {t('sla.recounting', { number: format.format(level.recounting) })}
        </span>
      )}
    </>
  );
}
