const LEAF =
  'M0-2.4C-4.6-6.4-12-10.6-12-18.2c0-4.5 3.2-7.6 7-7.6 2.3 0 4.1 1.1 5 3.1.9-2 2.7-3.1 5-3.1 3.8 0 7 3.1 7 7.6C12-10.6 4.6-6.4 0-2.4Z';

/** The mark: four leaves and a stem. */
export function Clover({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 64 64" width={size} height={size} aria-hidden="true" focusable="false">
      <g transform="translate(32 29)" fill="var(--accent-text)">
        <path d="M0 2C1 14 4 23 10 31" fill="none" stroke="var(--accent-text)" strokeWidth="4" strokeLinecap="round" />
        {[45, 135, 225, 315].map((turn) => (
          <path key={turn} d={LEAF} transform={`rotate(${turn})`} />
        ))}
      </g>
    </svg>
  );
}
