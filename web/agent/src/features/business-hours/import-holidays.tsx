import { Button, FileInput, Modal, Textarea } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Holiday } from '@/api/types';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { dayText } from './day-text';
import { useReadHolidays } from './read-holidays';
import classes from './business-hours.module.css';

const FIRST_LINE = 'BEGIN:VCALENDAR';
const LEFT_OUT_SHOWN = 5;
const FOUND_SHOWN = 8;

/** Looks into an iCalendar file or text, says what is in it, and takes it over when one agrees. */
export function ImportHolidays({ opened, close, take }: { opened: boolean; close: () => void; take: (holidays: Holiday[]) => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={close} title={t('hours.import')} centered>
      <Reading close={close} take={take} />
    </Modal>
  );
}

function Reading({ close, take }: { close: () => void; take: (holidays: Holiday[]) => void }) {
  const { t, i18n } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const read = useReadHolidays();
  const found = read.data;
  const look = (content: Blob | null) => {
    if (content && content.size > 0) read.mutate(content);
    else read.reset();
  };
  return (
    <div className={classes.reading}>
      <FileInput
        label={t('hours.import_file')}
        description={t('hours.import_hint')}
        placeholder={t('hours.import_choose')}
        leftSection={<IconFile size={16} />}
        accept=".ics,text/calendar"
        value={file}
        clearable
        clearButtonProps={{ 'aria-label': t('composer.file_remove', { name: file?.name ?? '' }) }}
        onChange={(chosen) => {
          setFile(chosen);
          setText('');
          look(chosen);
        }}
      />
      <Textarea
        label={t('hours.import_text')}
        placeholder={FIRST_LINE}
        value={text}
        minRows={3}
        maxRows={8}
        autosize
        spellCheck={false}
        onChange={(e) => {
          setText(e.currentTarget.value);
          read.reset();
        }}
        onBlur={() => { if (text.trim()) look(new Blob([text])); }}
      />
      <div role="status">
        {found && (
          <>
            <p>{t('hours.found', { count: found.holidays.length })}</p>
            <ul className={classes.found}>
              {found.holidays.slice(0, FOUND_SHOWN).map((day) => (
                <li key={day.date}>
                  {dayText(day.date, i18n.language, day.yearly)} · {day.name || t('hours.holiday')}
                  {day.yearly && ` · ${t('hours.yearly')}`}
                </li>
              ))}
              {found.holidays.length > FOUND_SHOWN && <li aria-hidden="true">…</li>}
            </ul>
            {found.left_out.length > 0 && (
              <>
                <p>{t('hours.left_out', { count: found.left_out.length })}</p>
                <ul className={classes.found}>
                  {found.left_out.slice(0, LEFT_OUT_SHOWN).map((one, i) => (
                    <li key={i}>
                      {one.name} · {t(`hours.why_${one.why}`)}
                    </li>
                  ))}
                  {found.left_out.length > LEFT_OUT_SHOWN && <li aria-hidden="true">…</li>}
                </ul>
              </>
            )}
          </>
        )}
      </div>
      <FormError message={read.error && explain(asProblem(read.error), t)} />
      <FormEnd>
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        {found ? (
          <Button
            disabled={found.holidays.length === 0}
            onClick={() => {
              take(found.holidays);
              close();
            }}
          >
            {t('hours.import_take')}
          </Button>
        ) : (
          <Button loading={read.isPending} disabled={!text.trim()} onClick={() => { look(new Blob([text])); }}>
            {t('hours.import_look')}
          </Button>
        )}
      </FormEnd>
    </div>
  );
}
