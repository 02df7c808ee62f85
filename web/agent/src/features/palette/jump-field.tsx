import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Key } from '@/kit/key';
import classes from './palette.module.css';

/** Looks like a field, opens the palette: the way in for those who don't know the key yet. */
export function JumpField({ open }: { open: () => void }) {
  const { t } = useTranslation();
  return (
    <UnstyledButton className={classes.jump} onClick={open} aria-haspopup="dialog">
      <IconSearch size={15} stroke={1.8} aria-hidden="true" />
      <span>{t('palette.jump')}</span>
      <Key name="mod+k" />
    </UnstyledButton>
  );
}
