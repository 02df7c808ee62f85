import { ActionIcon, Button, Modal, NativeSelect, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type CannedMessage } from '@/api/types';
import { cannedQuery } from '@/features/canned/canned';
import { CannedForm } from '@/features/canned/canned-form';
import { useDeleteCanned } from '@/features/canned/edit-canned';
import { keywordsOf, previewOf } from '@/features/canned/ready';
import { LANGUAGE_NAMES } from '@/i18n';
import { Confirm } from '@/kit/confirm';
import { ranked } from '@/kit/fuzzy';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import classes from './settings.module.css';

const SHOWN_MAX = 300;

export function CannedScene() {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery(cannedQuery);
  const [query, setQuery] = useState('');
  const [language, setLanguage] = useState(i18n.language);
  const [edited, setEdited] = useState<CannedMessage | 'new' | null>(null);
  const [leaving, setLeaving] = useState<CannedMessage>();
  const del = useDeleteCanned();
  const close = () => { setEdited(null); };
  const stay = () => { setLeaving(undefined); };
  const spoken = data?.filter((message) => !language || message.language === language) ?? [];
  const shown = ranked(spoken, query, (message) => [message.name, ...keywordsOf(message)], SHOWN_MAX);

  return (
    <Sheet
      title={t('settings.canned')}
      lead={t('canned.lead')}
      action={
        <Button leftSection={<IconPlus size={16} />} onClick={() => { setEdited('new'); }}>
          {t('canned.add')}
        </Button>
      }
    >
      <div className={classes.tools}>
        <TextInput
          aria-label={t('common.search')}
          placeholder={t('common.search')}
          leftSection={<IconSearch size={14} />}
          value={query}
          onChange={(e) => { setQuery(e.currentTarget.value); }}
        />
        <NativeSelect
          aria-label={t('app.language')}
          value={language}
          onChange={(e) => { setLanguage(e.currentTarget.value); }}
          data={[{ value: '', label: t('canned.all_languages') }, ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))]}
        />
      </div>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={8} height={48} />}
      {data && shown.length === 0 && <p>{t('canned.none')}</p>}
      <Lines label={t('settings.canned')}>
        {shown.map((message) => (
          <Line
            key={message.id}
            title={
              <button type="button" className={classes.open} onClick={() => { setEdited(message); }}>
                {message.name}
              </button>
            }
            detail={previewOf(message.html)}
            facts={
              <>
                {t(`canned.scope_${message.scope}`)}
                <br />
                {t('canned.uses', { count: message.uses })}
              </>
            }
            actions={
              <Tooltip label={t('common.delete')}>
                <ActionIcon aria-label={t('common.delete_of', { name: message.name })} onClick={() => { setLeaving(message); }}>
                  <IconTrash size={16} />
                </ActionIcon>
              </Tooltip>
            }
          />
        ))}
      </Lines>
      <Modal opened={edited !== null} onClose={close} title={edited === 'new' ? t('canned.add') : t('common.edit')} size={640} centered>
        <CannedForm message={edited === 'new' ? null : edited} done={close} />
      </Modal>
      <Confirm
        opened={leaving !== undefined}
        close={stay}
        title={t('common.delete_of', { name: leaving?.name ?? '' })}
        verb={t('common.delete')}
        busy={del.isPending}
        act={() => { if (leaving) del.mutate(leaving.id, { onSuccess: stay }); }}
      >
        <p>{t('canned.delete_hint')}</p>
      </Confirm>
    </Sheet>
  );
}
