import {
  ActionIcon,
  Button,
  Checkbox,
  createTheme,
  Input,
  Menu,
  Modal,
  Popover,
  Switch,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const clover: MantineColorsTuple = [
  '#edf6f1',
  '#d9ece1',
  '#b4dac5',
  '#8bc6a6',
  '#5fae83',
  '#3b9566',
  '#288455',
  '#1f754a',
  '#1a633e',
  '#144c30',
];

const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f3f2ee',
  '#e7e5df',
  '#d2cfc7',
  '#b3afa6',
  '#8f8a80',
  '#6d685f',
  '#57534b',
  '#3b3833',
  '#1f1d1a',
];

const dark: MantineColorsTuple = [
  '#ecebe6',
  '#b9b5ab',
  '#98938a',
  '#7d796f',
  '#42403b',
  '#2c2b28',
  '#232321',
  '#1a1a18',
  '#161615',
  '#131312',
];

const systemFonts =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

const short = { duration: 100, transition: 'fade' } as const;

export const theme = createTheme({
  colors: { clover, gray, dark },
  primaryColor: 'clover',
  primaryShade: 7,
  fontFamily: `Inter, ${systemFonts}`,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  headings: { fontWeight: '600' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: (_theme, props) => ({
        root:
          props.size === 'xs'
            ? { '--button-height': '26px', '--button-fz': '12px', '--button-padding-x': '8px' }
            : { '--button-height': '32px', '--button-fz': '13px', '--button-padding-x': '12px' },
      }),
      styles: { label: { fontWeight: 550 } },
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray', size: 28 },
    }),
    Input: Input.extend({ defaultProps: { size: 'sm' }, vars: () => ({ wrapper: { '--input-height': '32px', '--input-fz': '13px' } }) }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      styles: { label: { fontSize: '13px', fontWeight: 550, marginBottom: 4 }, description: { fontSize: '12px' } },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Switch: Switch.extend({ defaultProps: { size: 'sm' } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: short, position: 'bottom-start', offset: 4 } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: short, offset: 4 } }),
    Modal: Modal.extend({
      defaultProps: { transitionProps: short, padding: 20, radius: 'xl', overlayProps: { color: 'var(--veil)', backgroundOpacity: 1 } },
      styles: {
        title: { fontSize: '15px', fontWeight: 620 },
        content: { background: 'var(--raised)', border: '1px solid var(--line)' },
        header: { background: 'var(--raised)' },
      },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, withArrow: false, transitionProps: short, events: { hover: true, focus: true, touch: false } },
    }),
  },
});

/** Mantine's own variables, pointed at our tokens, so that one table of colours rules both. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: ours,
  dark: ours,
});

const ours = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-faint)',
  '--mantine-color-placeholder': 'var(--text-faint)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-color-clover-filled': 'var(--accent)',
  '--mantine-color-clover-filled-hover': 'var(--accent-hover)',
  '--mantine-color-clover-light': 'var(--accent-soft)',
  '--mantine-color-clover-light-color': 'var(--accent-text)',
  '--mantine-color-gray-light-color': 'var(--text-soft)',
  '--mantine-color-gray-light-hover': 'var(--hover)',
  '--mantine-shadow-md': 'var(--shadow)',
};
