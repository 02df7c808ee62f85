import { CloseButton } from '@mantine/core';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './composer.module.css';

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+$/;
const LIST_MAX = 50;

interface Props {
  name: 'to' | 'cc' | 'bcc';
  value: string[];
  change: (list: string[]) => void;
  /** Who gets it when nobody is named. */
  placeholder?: string;
}

/** Addresses that it goes to: typed or pasted, each checked as it is taken. */
export function AddressField({ name, value, change, placeholder }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);

  const take = (typed: string) => {
    const parts = typed.split(/[\s,;]+/).filter(Boolean);
    const good = parts.filter((part) => ADDRESS.test(part));
    const rest = parts.filter((part) => !ADDRESS.test(part)).join(' ');
    if (good.length > 0) change([...new Set([...value, ...good])].slice(0, LIST_MAX));
    setText(rest);
    setWrong(rest !== '');
  };

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (['Enter', ',', ';', 'Tab'].includes(event.key) && text && !event.ctrlKey && !event.metaKey) {
      if (event.key !== 'Tab') event.preventDefault();
      take(text);
    } else if (event.key === 'Backspace' && !text) change(value.slice(0, -1));
  };

  return (
    <div className={classes.ccField}>
      <label htmlFor={id}>{t(`composer.${name}`)}</label>
      {value.map((address) => (
        <span key={address} className={classes.address}>
          {address}
          <CloseButton size={16} aria-label={t('composer.cc_remove', { address })} onClick={() => { change(value.filter((one) => one !== address)); }} />
        </span>
      ))}
      <input
        id={id}
        type="text"
        placeholder={value.length === 0 ? placeholder : undefined}
        inputMode="email"
        value={text}
        aria-invalid={wrong}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setWrong(false);
        }}
        onKeyDown={press}
        onBlur={() => { take(text); }}
        autoComplete="off"
      />
      {wrong && <span className={classes.wrong} role="alert">{t('composer.cc_wrong')}</span>}
    </div>
  );
}
