import { Button, Modal, Slider } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FormEnd, FormError } from '@/kit/form';
import { MIDDLE, pushed, seen, ZOOM_MAX, type Place } from './crop';
import classes from './avatar.module.css';

const WINDOW = 240;
/** More than the server keeps, so that it has something to choose from. */
const SENT = 512;
const STEP = 12;

interface Props {
  file: File;
  busy: boolean;
  refused: string | null;
  close: () => void;
  save: (picture: Blob) => void;
}

/** A picture is pushed and enlarged under a round window until the face is in it. */
export function AvatarCrop({ file, busy, refused, close, save }: Props) {
  const { t } = useTranslation();
  const [picture, setPicture] = useState<ImageBitmap | 'broken'>();
  const [place, setPlace] = useState<Place>(MIDDLE);
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef<{ x: number; y: number } | null>(null);

  useEffect(() => {
    let gone = false;
    createImageBitmap(file).then(
      (read) => { if (!gone) setPicture(read); },
      () => { if (!gone) setPicture('broken'); },
    );
    return () => { gone = true; };
  }, [file]);

  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen || !picture || picture === 'broken') return;
    const { left, top, side } = seen(place, picture.width, picture.height);
    pen.clearRect(0, 0, SENT, SENT);
    pen.drawImage(picture, left, top, side, side, 0, 0, SENT, SENT);
  }, [picture, place]);

  const push = (byX: number, byY: number) => {
    if (picture && picture !== 'broken') setPlace((was) => pushed(was, byX, byY, WINDOW, picture.width, picture.height));
  };
  const drag = (event: PointerEvent) => {
    if (!held.current) return;
    push(event.clientX - held.current.x, event.clientY - held.current.y);
    held.current = { x: event.clientX, y: event.clientY };
  };
  const press = (event: KeyboardEvent) => {
    const ways: Record<string, [number, number]> = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    push(...way);
  };

  return (
    <Modal opened onClose={close} title={t('avatar.crop')} centered>
      <div className={classes.crop}>
        <canvas
          ref={canvas}
          width={SENT}
          height={SENT}
          className={classes.window}
          role="img"
          tabIndex={0}
          aria-label={t('avatar.crop_hint')}
          onPointerDown={(e) => {
            e.currentTarget.setPointerCapture(e.pointerId);
            held.current = { x: e.clientX, y: e.clientY };
          }}
          onPointerMove={drag}
          onPointerUp={() => { held.current = null; }}
          onPointerCancel={() => { held.current = null; }}
          onKeyDown={press}
        />
        <p className={classes.hint}>{t('avatar.crop_hint')}</p>
        <Slider
          className={classes.zoom}
          thumbLabel={t('avatar.zoom')}
          min={1}
          max={ZOOM_MAX}
          step={0.05}
          label={null}
          value={place.zoom}
          onChange={(zoom) => { setPlace((was) => ({ ...was, zoom })); }}
        />
      </div>
      <FormError message={picture === 'broken' ? t('avatar.broken') : refused} />
      <FormEnd>
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button
          loading={busy}
          disabled={!picture || picture === 'broken'}
          onClick={() => { canvas.current?.toBlob((blob) => { if (blob) save(blob); }, 'image/png'); }}
        >
          {t('common.save')}
        </Button>
      </FormEnd>
    </Modal>
  );
}
