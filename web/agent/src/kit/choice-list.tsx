import { IconCheck } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ranked } from './fuzzy';
import classes from './choice-list.module.css';

export interface Choice {
  value: string;
  label: string;
  /** The label with parts of it told apart. */
  shown?: ReactNode;
  icon?: ReactNode;
  hint?: ReactNode;
  /** Other words it is found by. */
  words?: string[];
  /** Its heading, told once above the first of its kind. */
  group?: string;
}

interface Props {
  label: string;
  choices: Choice[];
  chosen?: readonly string[];
  choose: (value: string) => void;
  /** Offers what was typed as a new value when nothing is called so. */
  create?: (name: string) => void;
  /** Where the choices come from elsewhere, as they are typed; else we rank what we have. */
  typed?: (query: string) => void;
  placeholder?: string;
  empty?: string;
  tall?: boolean;
}

/** A search field over a list: type, arrows, Enter. The one way to choose anything here. */
export function ChoiceList({ label, choices, chosen = [], choose, create, typed, placeholder, empty, tall = false }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);

  const found = useMemo(
    () => (typed ? choices : ranked(choices, query, (c) => [c.label, ...(c.words ?? [])], choices.length)),
    [choices, query, typed],
  );
  const name = query.trim();
  const fresh = create && name && !choices.some((c) => c.label.toLowerCase() === name.toLowerCase());
  const count = found.length + (fresh ? 1 : 0);
  const current = Math.min(at, Math.max(0, count - 1));

  // Whoever looked before may have left something typed there.
  useEffect(() => typed?.(''), [typed]);

  useEffect(() => {
    list.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current, found]);

  const take = (index: number) => {
    const choice = found[index];
    if (choice) choose(choice.value);
    else if (fresh) create(name);
    else return;
    if (chosen.length > 0 || fresh) {
      setQuery('');
      typed?.('');
    }
  };

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && count > 0) {
      event.preventDefault();
      setAt((current + step + count) % count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(current);
    }
  };

  return (
    <div className={classes.box} data-tall={tall || undefined}>
      <input
        className={classes.search}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? `${id}-${current}` : undefined}
        placeholder={placeholder ?? label}
        value={query}
        onChange={(e) => {
          setQuery(e.currentTarget.value);
          setAt(0);
          typed?.(e.currentTarget.value);
        }}
        onKeyDown={press}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
      />
      <div className={classes.list} role="listbox" id={id} aria-label={label} ref={list} tabIndex={-1}>
        {found.map((choice, index) => (
          <div key={choice.value} role="presentation">
            {choice.group && choice.group !== found[index - 1]?.group && <div className={classes.group}>{choice.group}</div>}
            <div
              id={`${id}-${index}`}
              role="option"
              aria-selected={chosen.includes(choice.value)}
              className={classes.choice}
              data-current={index === current || undefined}
              onPointerMove={() => { setAt(index); }}
              onPointerDown={(e) => { e.preventDefault(); }}
              onClick={() => { take(index); }}
            >
              {choice.icon && <span className={classes.icon}>{choice.icon}</span>}
              <span className={classes.label}>{choice.shown ?? choice.label}</span>
              {choice.hint && <span className={classes.hint}>{choice.hint}</span>}
              {chosen.includes(choice.value) && <IconCheck size={16} className={classes.check} aria-hidden="true" />}
            </div>
          </div>
        ))}
        {fresh && (
          <div
            id={`${id}-${found.length}`}
            role="option"
            aria-selected={false}
            className={classes.choice}
            data-current={current === found.length || undefined}
            onPointerDown={(e) => { e.preventDefault(); }}
            onClick={() => { take(found.length); }}
          >
            <span className={classes.label}>{t('choice.create', { name })}</span>
          </div>
        )}
      </div>
      {count === 0 && <p className={classes.nothing}>{empty ?? t('choice.nothing')}</p>}
    </div>
  );
}
