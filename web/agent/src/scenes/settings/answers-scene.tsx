import { ActionIcon, Button, Modal, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PredefinedAnswer } from '@/api/types';
import { AnswerForm } from '@/features/answers/answer-form';
import { answersQuery, languagesOf, useDeleteAnswer } from '@/features/answers/answers';
import { keywordsOf, previewOf } from '@/features/canned/ready';
import { departmentsQuery } from '@/features/departments/departments';
import { usePermissions } from '@/features/session/session';
import { useCommands } from '@/kit/commands';
import { Confirm } from '@/kit/confirm';
import { ranked } from '@/kit/fuzzy';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import classes from './settings.module.css';

const SHOWN_MAX = 300;

export function AnswersScene() {
  const { t } = useTranslation();
  const may = usePermissions();
  const { data, error, refetch } = useQuery(answersQuery);
  const { data: departments = [] } = useQuery(departmentsQuery);
  const [query, setQuery] = useState('');
  const [edited, setEdited] = useState<PredefinedAnswer | 'new' | null>(null);
  const [leaving, setLeaving] = useState<PredefinedAnswer>();
  const del = useDeleteAnswer();
  const add = () => { setEdited('new'); };
  const close = () => { setEdited(null); };
  const stay = () => { setLeaving(undefined); };
  const shown = ranked(data ?? [], query, (answer) => [answer.name, ...keywordsOf(answer)], SHOWN_MAX);
  useCommands([{ id: 'answer-add', label: t('answers.add'), group: t('settings.answers'), act: add }]);

  const owned = (answer: PredefinedAnswer) => answer.scope === 'personal' || may('texts_manage');
  const forWhom = (answer: PredefinedAnswer) =>
    (answer.scope === 'department' && departments.find(({ id }) => id === answer.department)?.name) || t(`canned.scope_${answer.scope}`);

  return (
    <Sheet
      title={t('settings.answers')}
      lead={t('answers.lead')}
      action={
        <Button leftSection={<IconPlus size={16} />} onClick={add}>
          {t('answers.add')}
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
      </div>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={8} height={48} />}
      {data && shown.length === 0 && <p>{t('answers.none')}</p>}
      <Lines label={t('settings.answers')}>
        {shown.map((answer) => (
          <Line
            key={answer.id}
            title={
              owned(answer) ? (
                <button type="button" className={classes.open} onClick={() => { setEdited(answer); }}>
                  {answer.name}
                </button>
              ) : (
                answer.name
              )
            }
            detail={previewOf(answer.html)}
            facts={
              <>
                {forWhom(answer)} · {languagesOf(answer).join(', ')}
                <br />
                {t('canned.uses', { count: answer.uses })}
              </>
            }
            actions={
              owned(answer) && (
                <Tooltip label={t('common.delete')}>
                  <ActionIcon aria-label={t('common.delete_of', { name: answer.name })} onClick={() => { setLeaving(answer); }}>
                    <IconTrash size={16} />
                  </ActionIcon>
                </Tooltip>
              )
            }
          />
        ))}
      </Lines>
      <Modal opened={edited !== null} onClose={close} title={edited === 'new' ? t('answers.add') : t('common.edit')} size={720} centered>
        <AnswerForm answer={edited === 'new' ? null : edited} done={close} />
      </Modal>
      <Confirm
        opened={leaving !== undefined}
        close={stay}
        title={t('common.delete_of', { name: leaving?.name ?? '' })}
        verb={t('common.delete')}
        busy={del.isPending}
        act={() => { if (leaving) del.mutate(leaving.id, { onSuccess: stay }); }}
      >
        <p>{t('answers.delete_hint')}</p>
      </Confirm>
    </Sheet>
  );
}
