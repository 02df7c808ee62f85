import { Button, NumberInput, Switch } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { ShopItem } from '@/api/types';
import { BadgeWords, type Texts } from '@/features/game/badge-words';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { ItemFace, type Face } from './item-face';
import { NUMBER_MAX, TEXT_LENGTH_MAX, usePutPicture, useSaveItem } from './shop';
import classes from './shop.module.css';

const COST_USUALLY = 20;

/** What it is, what it costs, and how many there are. */
export function ItemEditor({ item, close }: { item: ShopItem | null; close: () => void }) {
  const { t, i18n } = useTranslation();
  const save = useSaveItem(item);
  const draw = usePutPicture();
  const [texts, setTexts] = useState<Texts>(() => (item && Object.keys(item.texts).length === 0 ? { [i18n.language]: { name: item.name, text: item.text } } : (item?.texts ?? {})));
  const [face, setFace] = useState<Face>({ picture: item?.picture ?? 'gift', url: item?.picture_url ?? null, file: null });
  const [wish, setWish] = useState({
    cost: item?.cost ?? COST_USUALLY,
    stock: item?.stock ?? null,
    per_agent_max: item?.per_agent_max ?? null,
    approval: item?.approval ?? false,
    active: item?.active ?? true,
  });
  const set = (part: Partial<typeof wish>) => { setWish((before) => ({ ...before, ...part })); };
  const { stock, ...rest } = wish;
  const written = Object.fromEntries(Object.entries(texts).filter(([, said]) => said.name.trim() || said.text.trim()));
  const named = item !== null || Object.values(written).some((said) => said.name.trim());
  const problem = save.error ?? draw.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      {
        ...rest,
        texts: written,
        // A drawn one takes the place of an own one; an own one that stays is not sent.
        ...(!face.url && !face.file && { picture: face.picture }),
        // Somebody may have bought one meanwhile: what is left is sent only when it was changed here.
        ...((!item || stock !== item.stock) && { stock }),
      },
      {
        onSuccess: (saved) => {
          if (face.file) draw.mutate({ item: saved.id, file: face.file }, { onSuccess: close });
          else close();
        },
      },
    );
  };
  const number = (value: string | number) => (typeof value === 'number' ? value : null);
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <BadgeWords texts={texts} change={setTexts} hint={(language) => (item && language === i18n.language ? { name: item.name, text: item.text } : undefined)} long={{ label: t('shop.text'), max: TEXT_LENGTH_MAX }} />
      <ItemFace face={face} change={setFace} />
      <Columns narrow>
        <NumberInput label={t('shop.cost')} min={0} max={NUMBER_MAX} allowDecimal={false} value={wish.cost} onChange={(value) => { if (typeof value === 'number') set({ cost: value }); }} />
        <NumberInput label={t('shop.stock')} placeholder={t('shop.unlimited')} min={0} max={NUMBER_MAX} allowDecimal={false} value={stock ?? ''} onChange={(value) => { set({ stock: number(value) }); }} />
        <NumberInput label={t('shop.per_agent')} placeholder={t('shop.unlimited')} min={1} max={10_000} allowDecimal={false} value={wish.per_agent_max ?? ''} onChange={(value) => { set({ per_agent_max: number(value) }); }} />
      </Columns>
      <Switch label={t('shop.approval')} checked={wish.approval} onChange={(e) => { set({ approval: e.currentTarget.checked }); }} />
      <Switch label={t('shop.active')} checked={wish.active} onChange={(e) => { set({ active: e.currentTarget.checked }); }} />
      <FormError message={problem && explain(asProblem(problem), t)} />
      <FormEnd>
        <Button type="submit" loading={save.isPending || draw.isPending} disabled={!named}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
