import { Area, Bar, CartesianGrid, Cell, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useTranslation } from 'react-i18next';
import type { Unit } from './figures';
import { pointName, type Cut } from './period';
import { shown, ticksFor } from './shown';
import classes from './charts.module.css';

export interface Point {
  at: string;
  value: number | null;
  /** The same place in the period before. */
  earlier?: number | null;
  /** Not over yet, or too young to be final. */
  open?: boolean;
}

interface Props {
  label: string;
  points: Point[];
  unit: Unit;
  cut: Cut;
  timeZone: string;
  look: 'area' | 'line' | 'column';
  compared?: boolean;
  height?: number;
}

interface Drawn extends Point {
  /** What is over is drawn firmly, what is not dashed up to its last firm point. */
  firm: number | null;
  loose: number | null;
}

const DOTS_MAX = 40;

function drawn(points: Point[]): Drawn[] {
  return points.map((point, index) => {
    const next = points[index + 1];
    return { ...point, firm: point.open ? null : point.value, loose: point.open || next?.open ? point.value : null };
  });
}

/** One figure over time. A gap is a gap: where nothing could be reckoned, nothing is drawn. */
export default function TimeChart({ label, points, unit, cut, timeZone, look, compared = false, height = 260 }: Props) {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  const data = drawn(points);
  const values = points.flatMap(({ value, earlier }) => [value ?? 0, compared ? (earlier ?? 0) : 0]);
  const least = Math.min(0, ...values);
  const ticks = ticksFor(Math.max(...values), unit);
  const axis = least < 0 ? [...ticksFor(-least, unit).slice(1).map((tick) => -tick).reverse(), ...ticks] : ticks;
  const dots = points.length <= DOTS_MAX;
  return (
    <figure className={classes.chart} aria-label={label}>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart data={data} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer title={label}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="at"
            tickFormatter={(at: string) => pointName(at, cut, timeZone, language)}
            tick={{ fill: 'var(--text-faint)', fontSize: 12 }}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            minTickGap={24}
          />
          <YAxis
            ticks={axis}
            domain={[axis[0] ?? 0, axis.at(-1) ?? 1]}
            tickFormatter={(value: number) => shown(value, unit, language)}
            tick={{ fill: 'var(--text-faint)', fontSize: 12 }}
            tickLine={false}
            axisLine={false}
            width="auto"
          />
          <Tooltip
            cursor={look === 'column' ? { fill: 'var(--hover)' } : { stroke: 'var(--line-strong)' }}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const point = (payload as readonly { payload: Drawn }[] | undefined)?.[0]?.payload;
              if (!active || !point) return null;
              return (
                <div className={classes.tip}>
                  <div className={classes.tipHead}>{pointName(point.at, cut, timeZone, language, true)}</div>
                  <div>
                    <strong>{shown(point.value, unit, language)}</strong>
                    {point.open && <span> · {t('reports.provisional')}</span>}
                  </div>
                  {compared && (
                    <div className={classes.tipEarlier}>
                      {t('reports.before')}: {shown(point.earlier, unit, language)}
                    </div>
                  )}
                </div>
              );
            }}
          />
          {compared && (
            <Line dataKey="earlier" stroke="var(--chart-before)" strokeWidth={1.5} strokeDasharray="2 4" dot={false} activeDot={false} isAnimationActive={false} />
          )}
          {look === 'column' && (
            <Bar dataKey="value" isAnimationActive={false} maxBarSize={40} radius={[2, 2, 0, 0]}>
              {data.map((point) => (
                <Cell key={point.at} fill="var(--chart-1)" fillOpacity={point.open ? 0.4 : 1} />
              ))}
            </Bar>
          )}
          {look === 'area' && <Area dataKey="firm" stroke="none" fill="var(--chart-1)" fillOpacity={0.14} isAnimationActive={false} activeDot={false} />}
          {look !== 'column' && (
            <>
              <Line dataKey="firm" stroke="var(--chart-1)" strokeWidth={2} dot={dots && { r: 2.5, fill: 'var(--chart-1)', strokeWidth: 0 }} isAnimationActive={false} />
              <Line dataKey="loose" stroke="var(--chart-1)" strokeWidth={2} strokeDasharray="5 4" dot={dots && { r: 2.5, fill: 'var(--surface)', stroke: 'var(--chart-1)' }} isAnimationActive={false} />
            </>
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}
