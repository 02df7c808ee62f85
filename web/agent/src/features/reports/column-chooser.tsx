import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './column-chooser.module.css';

interface Props {
  /** All there are, the chosen ones first and in their order. */
  columns: { id: string; title: string }[];
  chosen: string[];
  change: (chosen: string[]) => void;
  /** Back to what is shown when nobody chose. */
  reset?: () => void;
}

/** Which columns, and in which order: by keyboard as well as by mouse. */
export function ColumnChooser({ columns, chosen, change, reset }: Props) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  const move = (id: string, by: number) => {
    const order = [...chosen];
    const at = order.indexOf(id);
    const to = at + by;
    if (to < 0 || to >= order.length) return;
    order.splice(at, 1);
    order.splice(to, 0, id);
    change(order);
  };
  return (
    <Popover opened={opened} onDismiss={close} width={320} position="bottom-end" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} />} onClick={toggle} aria-expanded={opened} aria-haspopup="dialog">
          {t('reports.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('reports.columns')} p={8}>
        <ul className={classes.list}>
          {columns.map(({ id, title }) => {
            const at = chosen.indexOf(id);
            return (
              <li key={id} className={classes.entry}>
                <Checkbox
                  className={classes.box}
                  label={title}
                  checked={at >= 0}
                  disabled={at >= 0 && chosen.length === 1}
                  onChange={(e) => { change(e.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id)); }}
                />
                {at >= 0 && (
                  <>
                    <Tooltip label={t('reports.move_up')}>
                      <ActionIcon size="sm" aria-label={t('reports.move_up_of', { name: title })} disabled={at === 0} onClick={() => { move(id, -1); }}>
                        <IconArrowUp size={14} />
                      </ActionIcon>
                    </Tooltip>
                    <Tooltip label={t('reports.move_down')}>
                      <ActionIcon size="sm" aria-label={t('reports.move_down_of', { name: title })} disabled={at === chosen.length - 1} onClick={() => { move(id, 1); }}>
                        <IconArrowDown size={14} />
                      </ActionIcon>
                    </Tooltip>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        {reset && (
          <Button variant="subtle" fullWidth onClick={reset}>
            {t('reports.usual_columns')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
