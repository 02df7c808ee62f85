import { Button, FileButton } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { get, post } from '@/api/client';
import { keys } from '@/api/query-client';
import { useAct } from '@/kit/act';

const FILE = 'fourleaf-rules.json';

/** All rules as a file, and such a file put in. */
export function RuleTransfer() {
  const { t } = useTranslation();
  const take = useAct(async () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(await get<unknown>('/rules/export'), null, 2)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = FILE;
    link.click();
    URL.revokeObjectURL(url);
  }, []);
  const put = useAct(async (file: File) => post<unknown>('/rules/import', JSON.parse(await file.text()) as unknown), [keys.rules]);
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={16} />} loading={take.isPending} onClick={() => { take.mutate(); }}>
        {t('automation.export')}
      </Button>
      <FileButton accept="application/json" onChange={(file) => { if (file) put.mutate(file); }}>
        {(button) => (
          <Button {...button} variant="default" leftSection={<IconUpload size={16} />} loading={put.isPending}>
            {t('automation.import')}
          </Button>
        )}
      </FileButton>
    </>
  );
}
