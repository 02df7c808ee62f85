import { Bar, BarChart, Cell, LabelList, Pie, PieChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useTranslation } from 'react-i18next';
import type { Unit } from './figures';
import { shown, ticksFor } from './shown';
import classes from './charts.module.css';

export interface Share {
  name: string;
  value: number | null;
}

const PIECES_MAX = 6;
const BARS_MAX = 12;
const BAR_HEIGHT = 26;
const NAME_WIDTH = 160;
const NAME_MAX = 18;

const short = (name: string) => (name.length > NAME_MAX ? `${name.slice(0, NAME_MAX - 1)}…` : name);

/** One figure of many: as bars from the greatest, or as shares of a whole, which only counts and sums have. */
export default function ShareChart({ label, shares, unit, look }: { label: string; shares: Share[]; unit: Unit; look: 'column' | 'pie' }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  const known = shares.filter((share): share is { name: string; value: number } => share.value !== null).sort((a, b) => b.value - a.value);
  if (known.length === 0) return null;
  const tip = (
    <Tooltip
      isAnimationActive={false}
      cursor={{ fill: 'var(--hover)' }}
      content={({ active, payload }) => {
        const share = (payload as readonly { payload: { name: string; value: number } }[] | undefined)?.[0]?.payload;
        return active && share ? (
          <div className={classes.tip}>
            <div className={classes.tipHead}>{share.name}</div>
            <strong>{shown(share.value, unit, language)}</strong>
          </div>
        ) : null;
      }}
    />
  );
  if (look === 'pie') {
    const rest = known.slice(PIECES_MAX - 1);
    const pieces =
      rest.length > 1
        ? [...known.slice(0, PIECES_MAX - 1), { name: t('reports.others', { count: rest.length }), value: rest.reduce((sum, { value }) => sum + value, 0) }]
        : known;
    const whole = pieces.reduce((sum, { value }) => sum + value, 0);
    return (
      <figure className={classes.pie} aria-label={label}>
        <ResponsiveContainer width={200} height={200}>
          <PieChart accessibilityLayer title={label}>
            <Pie data={pieces} dataKey="value" nameKey="name" innerRadius={56} outerRadius={96} startAngle={90} endAngle={-270} stroke="var(--surface)" strokeWidth={2} isAnimationActive={false}>
              {pieces.map((piece, index) => (
                <Cell key={piece.name} fill={`var(--chart-${index + 1})`} />
              ))}
            </Pie>
            {tip}
          </PieChart>
        </ResponsiveContainer>
        <ul className={classes.legend}>
          {pieces.map((piece, index) => (
            <li key={piece.name}>
              <span className={classes.swatch} style={{ background: `var(--chart-${index + 1})` }} aria-hidden="true" />
              <span className={classes.legendName}>{piece.name}</span>
              <span className={classes.legendValue}>{shown(piece.value, unit, language)}</span>
              <span className={classes.legendShare}>{whole > 0 && shown((piece.value / whole) * 100, 'percent', language)}</span>
            </li>
          ))}
        </ul>
      </figure>
    );
  }
  const bars = known.slice(0, BARS_MAX);
  const ticks = ticksFor(bars[0]?.value ?? 0, unit);
  return (
    <figure className={classes.chart} aria-label={label}>
      <ResponsiveContainer width="100%" height={bars.length * BAR_HEIGHT + 40}>
        <BarChart data={bars} layout="vertical" margin={{ top: 0, right: 72, bottom: 0, left: 0 }} accessibilityLayer title={label}>
          <XAxis
            type="number"
            ticks={ticks}
            domain={[0, ticks.at(-1) ?? 1]}
            tickFormatter={(value: number) => shown(value, unit, language)}
            tick={{ fill: 'var(--text-faint)', fontSize: 12 }}
            tickLine={false}
            axisLine={false}
          />
          <YAxis type="category" dataKey="name" width={NAME_WIDTH} tickFormatter={short} tick={{ fill: 'var(--text-soft)', fontSize: 12 }} tickLine={false} axisLine={{ stroke: 'var(--line-strong)' }} interval={0} />
          {tip}
          <Bar dataKey="value" fill="var(--chart-1)" barSize={14} radius={[0, 2, 2, 0]} isAnimationActive={false}>
            <LabelList dataKey="value" position="right" formatter={(value: unknown) => shown(value as number, unit, language)} fill="var(--text-soft)" fontSize={12} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
      {known.length > BARS_MAX && <figcaption className={classes.more}>{t('reports.first_of', { n: BARS_MAX, all: known.length })}</figcaption>}
    </figure>
  );
}
