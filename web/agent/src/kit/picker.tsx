import { Modal, Popover, Tooltip, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ComponentProps, ReactNode } from 'react';
import { ChoiceList } from './choice-list';
import classes from './picker.module.css';

type ListProps = ComponentProps<typeof ChoiceList>;

interface Props extends ListProps {
  children: ReactNode;
  /** Told to hover and ears: what is being chosen, and what it is now. */
  told?: string;
  width?: number;
  /** Stays open after a choice: several may be chosen. */
  several?: boolean;
  disabled?: boolean;
  look?: 'pill' | 'plain';
  active?: boolean;
}

/** A small button that shows a value and opens its choices. */
export function Picker({ children, told, width = 240, several = false, disabled, look = 'pill', active, choose, ...list }: Props) {
  const [opened, { close, toggle }] = useDisclosure(false);
  const take = (value: string) => {
    choose(value);
    if (!several) close();
  };
  return (
    <Popover opened={opened} onDismiss={close} width={width} position="bottom-start" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <Tooltip label={told ?? list.label} disabled={opened}>
          <UnstyledButton
            className={classes.trigger}
            data-look={look}
            data-active={active || undefined}
            aria-haspopup="dialog"
            aria-expanded={opened}
            aria-label={told ?? list.label}
            disabled={disabled}
            onClick={toggle}
          >
            {children}
          </UnstyledButton>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0} role="dialog" aria-label={list.label}>
        <ChoiceList {...list} choose={take} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The same choices in the middle of the screen: opened by a key rather than a button. */
export function PickDialog({ opened, close, several = false, choose, ...list }: ListProps & { opened: boolean; close: () => void; several?: boolean }) {
  const take = (value: string) => {
    if (!several) close(); // First: what is chosen may open the next.
    choose(value);
  };
  return (
    <Modal opened={opened} onClose={close} withCloseButton={false} padding={0} size={480} yOffset="14vh" attributes={{ content: { 'aria-label': list.label } }}>
      <ChoiceList {...list} choose={take} tall />
    </Modal>
  );
}
