import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useTranslation } from 'react-i18next';
import type { ForecastHour } from './forecast';
import { pointName } from './period';
import { shown, ticksFor } from './shown';
import classes from './charts.module.css';

/** What is expected by the hour, within the band it should fall into. */
export default function BandChart({ label, hours, timeZone }: { label: string; hours: ForecastHour[]; timeZone: string }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  const data = hours.map((hour) => ({ ...hour, band: hour.low === null || hour.high === null ? null : [hour.low, hour.high] }));
  const ticks = ticksFor(Math.max(0, ...hours.map(({ high }) => high ?? 0)), 'count');
  const midnights = hours.map(({ from }) => from).filter((from) => new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(new Date(from)) === '00');
  return (
    <figure className={classes.chart} aria-label={label}>
      <ResponsiveContainer width="100%" height={260}>
        <ComposedChart data={data} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer title={label}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="from"
            ticks={midnights}
            tickFormatter={(at: string) => pointName(at, 'day', timeZone, language)}
            tick={{ fill: 'var(--text-faint)', fontSize: 12 }}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            minTickGap={24}
          />
          <YAxis ticks={ticks} domain={[0, ticks.at(-1) ?? 1]} tickFormatter={(value: number) => shown(value, 'count', language)} tick={{ fill: 'var(--text-faint)', fontSize: 12 }} tickLine={false} axisLine={false} width="auto" />
          <Tooltip
            cursor={{ stroke: 'var(--line-strong)' }}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const hour = (payload as readonly { payload: ForecastHour }[] | undefined)?.[0]?.payload;
              return active && hour ? (
                <div className={classes.tip}>
                  <div className={classes.tipHead}>{pointName(hour.from, 'hour', timeZone, language, true)}</div>
                  <strong>{shown(hour.value, 'count', language)}</strong>
                  <div className={classes.tipEarlier}>{t('forecast.between', { low: shown(hour.low, 'count', language), high: shown(hour.high, 'count', language) })}</div>
                  {hour.agents !== undefined && <div>{t('forecast.agents_needed', { count: hour.agents })}</div>}
                </div>
              ) : null;
            }}
          />
          <Area dataKey="band" stroke="none" fill="var(--chart-1)" fillOpacity={0.18} isAnimationActive={false} activeDot={false} />
          <Line dataKey="value" stroke="var(--chart-1)" strokeWidth={1.5} dot={false} isAnimationActive={false} />
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}
