import { useTranslation } from 'react-i18next';
import { PickDialog } from '@/kit/picker';
import { useEndings } from './words';

interface Props {
  opened: boolean;
  close: () => void;
  /** Of all tickets that are to be resolved. */
  departments: readonly string[];
  choose: (disposition: string | null) => void;
}

/** How did the case end? Saying nothing is offered only where nothing is asked. */
export function EndingDialog({ opened, close, departments, choose }: Props) {
  const { t } = useTranslation();
  const { offered, required } = useEndings(departments);
  return (
    <PickDialog
      opened={opened}
      close={close}
      label={t('ticket.disposition_choose')}
      choices={[...(required ? [] : [{ value: '', label: t('ticket.disposition_none') }]), ...offered.map(({ name }) => ({ value: name, label: name }))]}
      choose={(name) => { choose(name || null); }}
    />
  );
}
