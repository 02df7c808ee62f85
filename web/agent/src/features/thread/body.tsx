import { Button, Tooltip, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '@/api/types';
import { PlainText } from '@/kit/rich-text';
import { Written } from '@/kit/written';
import classes from './thread.module.css';

function Content({ html, text, remote }: { html: string | null; text: string | null; remote: boolean }) {
  return html ? <Written html={html} remote={remote} /> : <PlainText text={text?.trim() ?? ''} />;
}

/** The new words of a message; what it quotes is one press away, and remote images stay away until asked for. */
export function MessageBody({ message }: { message: Message }) {
  const { t } = useTranslation();
  const [quoted, { toggle }] = useDisclosure(false);
  const [remote, setRemote] = useState(false);
  const html = message.new_html ?? message.html;
  const text = message.new_text ?? message.text;
  const hasQuote = Boolean(message.quoted_html ?? message.quoted_text);

  return (
    <div className={classes.body}>
      {message.has_remote_content && !remote && (
        <div className={classes.remote}>
          <IconPhotoOff size={16} aria-hidden="true" />
          <span>{t('message.images_blocked')}</span>
          <Button size="xs" variant="default" onClick={() => { setRemote(true); }}>
            {t('message.show_images')}
          </Button>
        </div>
      )}
      <Content html={html} text={text} remote={remote} />
      {hasQuote && (
        <Tooltip label={t(quoted ? 'message.hide_quote' : 'message.show_quote')}>
          <UnstyledButton
            className={classes.fold}
            aria-expanded={quoted}
            aria-label={t(quoted ? 'message.hide_quote' : 'message.show_quote')}
            onClick={toggle}
          >
            <IconDots size={16} />
          </UnstyledButton>
        </Tooltip>
      )}
      {hasQuote && quoted && (
        <div className={classes.quote}>
          <Content html={message.quoted_html} text={message.quoted_text} remote={remote} />
        </div>
      )}
    </div>
  );
}
