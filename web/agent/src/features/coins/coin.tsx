import { useTranslation } from 'react-i18next';
import classes from './coins.module.css';

/** A coin of the house: the clover struck on it. */
export function Coin({ size = 16 }: { size?: number }) {
  return (
    <svg className={classes.coin} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10.6" strokeWidth="1.6" />
      <path d="M12 11.2c-1.3-.9-3.1-1.9-3.1-3.6 0-1.1.8-1.9 1.7-1.9.6 0 1.1.3 1.4.9.3-.6.8-.9 1.4-.9.9 0 1.7.8 1.7 1.9 0 1.7-1.8 2.7-3.1 3.6Zm0 1.6c1.3.9 3.1 1.9 3.1 3.6 0 1.1-.8 1.9-1.7 1.9-.6 0-1.1-.3-1.4-.9-.3.6-.8.9-1.4.9-.9 0-1.7-.8-1.7-1.9 0-1.7 1.8-2.7 3.1-3.6Zm-.8-.8c-.9 1.3-1.9 3.1-3.6 3.1-1.1 0-1.9-.8-1.9-1.7 0-.6.3-1.1.9-1.4-.6-.3-.9-.8-.9-1.4 0-.9.8-1.7 1.9-1.7 1.7 0 2.7 1.8 3.6 3.1Zm1.6 0c.9-1.3 1.9-3.1 3.6-3.1 1.1 0 1.9.8 1.9 1.7 0 .6-.3 1.1-.9 1.4.6.3.9.8.9 1.4 0 .9-.8 1.7-1.9 1.7-1.7 0-2.7-1.8-3.6-3.1Z" />
    </svg>
  );
}

/** So many coins, beside the coin; told to ears in words. */
export function Coins({ n, signed = false }: { n: number; signed?: boolean }) {
  const { t, i18n } = useTranslation();
  return (
    <span className={classes.coins}>
      <Coin />
      <span aria-hidden="true">{new Intl.NumberFormat(i18n.language, { signDisplay: signed ? 'exceptZero' : 'auto' }).format(n)}</span>
      <span className="for-ears">{t('coins.n', { count: n })}</span>
    </span>
  );
}
