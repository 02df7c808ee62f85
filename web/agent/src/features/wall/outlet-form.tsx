import { Button, Checkbox, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { LANGUAGES, type WallOutlet } from '@/api/types';
import { NAME_LENGTH_MAX } from '@/features/game/game';
import { LANGUAGE_NAMES } from '@/i18n';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { FLAVOURS, URL_LENGTH_MAX, useSaveOutlet, WALL_KINDS } from './wall';
import classes from './wall.module.css';

/** A chat that hears of what is won; its address is typed once and never shown again. */
export function OutletForm({ outlet, saved }: { outlet: WallOutlet | null; saved: () => void }) {
  const { t, i18n } = useTranslation();
  const save = useSaveOutlet(outlet);
  const [url, setUrl] = useState('');
  const [wish, setWish] = useState({
    name: outlet?.name ?? '',
    flavour: outlet?.flavour ?? 'slack',
    language: outlet?.language ?? i18n.language,
    kinds: outlet?.kinds ?? [...WALL_KINDS],
    active: outlet?.active ?? true,
  });
  const set = (part: Partial<typeof wish>) => { setWish((before) => ({ ...before, ...part })); };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { active, ...words } = wish;
    save.mutate({ ...words, name: wish.name.trim(), ...(url.trim() && { url: url.trim() }), ...(outlet && { active }) }, { onSuccess: saved });
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('common.name')} placeholder={t('wall.name_example')} value={wish.name} maxLength={NAME_LENGTH_MAX} onChange={(e) => { set({ name: e.currentTarget.value }); }} data-autofocus />
      <NativeSelect label={t('wall.flavour')} value={wish.flavour} onChange={(e) => { set({ flavour: FLAVOURS.find((each) => each === e.currentTarget.value) ?? 'slack' }); }} data={FLAVOURS.map((value) => ({ value, label: t(`wall.flavour_${value}`) }))} />
      <TextInput label={t('wall.address')} description={outlet ? t('wall.address_kept', { hint: outlet.hint }) : t(`wall.address_${wish.flavour}`)} value={url} maxLength={URL_LENGTH_MAX} autoComplete="off" spellCheck={false} onChange={(e) => { setUrl(e.currentTarget.value); }} />
      <Checkbox.Group label={t('wall.posted')} value={wish.kinds} onChange={(kinds) => { set({ kinds: WALL_KINDS.filter((kind) => kinds.includes(kind)) }); }}>
        <div className={classes.checks}>
          {WALL_KINDS.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`wall.kind_${kind}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <NativeSelect label={t('screen.language')} value={wish.language} onChange={(e) => { set({ language: e.currentTarget.value }); }} data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))} />
      {outlet && <Switch label={t('wall.active')} checked={wish.active} onChange={(e) => { set({ active: e.currentTarget.checked }); }} />}
      <FormError message={save.error && explain(asProblem(save.error), t)} />
      <FormEnd>
        <Button type="submit" loading={save.isPending} disabled={!wish.name.trim() || wish.kinds.length === 0 || (!outlet && !url.trim())}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
