import { Button, Textarea } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Level } from '@/api/types';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { BadgeWords, type Texts } from './badge-words';
import classes from './game.module.css';
import { useSaveLevel, useTryLevel } from './game';
import levels from './level.module.css';

const CONDITION_LENGTH_MAX = 1_000;

/** A level's words and what it asks; what is wrong in a condition is pointed at. */
export function LevelEditor({ level, close }: { level: Level; close: () => void }) {
  const { t, i18n } = useTranslation();
  const [texts, setTexts] = useState<Texts>(level.texts);
  const [condition, setCondition] = useState(level.condition);
  const [tried, setTried] = useState(level.condition);
  const area = useRef<HTMLTextAreaElement>(null);
  const test = useTryLevel();
  const save = useSaveLevel(level);
  const attempt = (then?: () => void) => {
    setTried(condition);
    test.mutate(condition, {
      onSuccess: ({ at }) => {
        if (at === null) then?.();
        else {
          area.current?.focus();
          area.current?.setSelectionRange(at - 1, at);
        }
      },
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt(() => { save.mutate({ condition, texts }, { onSuccess: close }); });
  };
  const problem = save.error ?? test.error;
  const at = test.data?.at ?? null;
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <BadgeWords texts={texts} change={setTexts} hint={(language) => (language === i18n.language ? { name: level.name, text: level.text } : undefined)} />
      <div>
        <Textarea
          ref={area}
          label={t('game.condition')}
          description={t('game.condition_hint')}
          value={condition}
          maxLength={CONDITION_LENGTH_MAX}
          autosize
          minRows={2}
          spellCheck={false}
          classNames={{ input: levels.area }}
          aria-invalid={at !== null}
          onChange={(e) => { setCondition(e.currentTarget.value); }}
        />
        <div role="status">
          {at !== null && (
            <p className={levels.fault}>
              {tried.slice(0, at - 1)}
              <mark>{tried.slice(at - 1, at) || '␣'}</mark>
              {tried.slice(at)}
              {'\n'}
              {test.data?.message}
            </p>
          )}
          {typeof test.data?.agents === 'number' && <p className={classes.soft}>{t('game.condition_holds', { count: test.data.agents })}</p>}
        </div>
      </div>
      <FormError message={problem && explain(asProblem(problem), t)} />
      <FormEnd>
        <Button variant="default" loading={test.isPending} onClick={() => { attempt(); }}>
          {t('game.condition_try')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
