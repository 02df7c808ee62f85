import { Button, NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { ShopItem } from '@/api/types';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { ItemPicture } from './item-picture';
import { NAME_LENGTH_MAX, NUMBER_MAX, PICTURE_NAMES, TEXT_LENGTH_MAX, useSaveItem } from './shop';
import classes from './shop.module.css';

const COST_USUALLY = 20;

/** What it is, what it costs, and how many there are. */
export function ItemEditor({ item, close }: { item: ShopItem | null; close: () => void }) {
  const { t } = useTranslation();
  const save = useSaveItem(item);
  const [wish, setWish] = useState({
    name: item?.name ?? '',
    text: item?.text ?? '',
    picture: item?.picture ?? 'gift',
    cost: item?.cost ?? COST_USUALLY,
    stock: item?.stock ?? null,
    per_agent_max: item?.per_agent_max ?? null,
    approval: item?.approval ?? false,
    active: item?.active ?? true,
  });
  const set = (part: Partial<typeof wish>) => { setWish((before) => ({ ...before, ...part })); };
  const { stock, ...rest } = wish;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Somebody may have bought one meanwhile: what is left is sent only when it was changed here.
    save.mutate({ ...rest, name: rest.name.trim(), ...((!item || stock !== item.stock) && { stock }) }, { onSuccess: close });
  };
  const number = (value: string | number) => (typeof value === 'number' ? value : null);
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('common.name')} value={wish.name} maxLength={NAME_LENGTH_MAX} onChange={(e) => { set({ name: e.currentTarget.value }); }} data-autofocus />
      <Textarea label={t('shop.text')} autosize minRows={2} maxRows={6} value={wish.text} maxLength={TEXT_LENGTH_MAX} onChange={(e) => { set({ text: e.currentTarget.value }); }} />
      <fieldset className={classes.pick}>
        <legend className={classes.legend}>{t('shop.picture')}</legend>
        {PICTURE_NAMES.map((name) => (
          <label key={name}>
            <input type="radio" name="picture" aria-label={t(`shop.picture_${name}`)} checked={wish.picture === name} onChange={() => { set({ picture: name }); }} />
            <ItemPicture picture={name} size={48} />
          </label>
        ))}
      </fieldset>
      <Columns narrow>
        <NumberInput label={t('shop.cost')} min={0} max={NUMBER_MAX} allowDecimal={false} value={wish.cost} onChange={(value) => { if (typeof value === 'number') set({ cost: value }); }} />
        <NumberInput label={t('shop.stock')} placeholder={t('shop.unlimited')} min={0} max={NUMBER_MAX} allowDecimal={false} value={stock ?? ''} onChange={(value) => { set({ stock: number(value) }); }} />
        <NumberInput label={t('shop.per_agent')} placeholder={t('shop.unlimited')} min={1} max={10_000} allowDecimal={false} value={wish.per_agent_max ?? ''} onChange={(value) => { set({ per_agent_max: number(value) }); }} />
      </Columns>
      <Switch label={t('shop.approval')} checked={wish.approval} onChange={(e) => { set({ approval: e.currentTarget.checked }); }} />
      <Switch label={t('shop.active')} checked={wish.active} onChange={(e) => { set({ active: e.currentTarget.checked }); }} />
      <FormError message={save.error && explain(asProblem(save.error), t)} />
      <FormEnd>
        <Button type="submit" loading={save.isPending} disabled={!wish.name.trim()}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
