import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#e3f4f1',
  '#c4e8e2',
  '#98d9cf',
  '#66cbbd',
  '#3cc9b8',
  '#1fa598',
  '#138c81',
  '#0f766e',
  '#0b5f59',
  '#084843',
];

const slate: MantineColorsTuple = [
  '#e4eaf0',
  '#c8d1da',
  '#a9b5c1',
  '#8a97a5',
  '#3a4754',
  '#28343f',
  '#1d2731',
  '#121920',
  '#0f151b',
  '#0d1218',
];

/** Mantine as Baton wears it: dense, one radius, hairlines instead of shadows, teal for what can be done. */
export const batonTheme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  colors: { accent, dark: slate },
  fontFamily: 'var(--b-font)',
  fontFamilyMonospace: 'var(--b-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  defaultRadius: 'var(--b-radius)',
  radius: { xs: '4px', sm: 'var(--b-radius)', md: 'var(--b-radius)', lg: 'var(--b-radius)', xl: 'var(--b-radius)' },
  headings: { fontWeight: '600' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { size: 'xs' },
      // Mantine chooses by the shade of the light theme, which is another one.
      vars: (_theme: unknown, props: { variant?: string; color?: string }) =>
        ({
          root:
            (props.variant ?? 'filled') === 'filled' && (props.color ?? 'accent') === 'accent'
              ? { '--button-color': 'var(--b-on-accent)' }
              : {},
        }) as never,
    },
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'gray', size: 'md' },
      // A disabled icon is dimmed; a filled square would draw more attention than the active ones beside it.
      vars: (_theme: unknown, props: { disabled?: boolean }) =>
        ({ root: props.disabled === true ? { '--mantine-color-disabled': 'transparent' } : {} }) as never,
    },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Menu: { defaultProps: { shadow: 'sm', position: 'bottom-start', transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, transitionProps: { duration: 120 } } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 140 }, shadow: 'md' } },
  },
});

/** Points Mantine's own surface, text and border variables at the palette in `tokens.css`. */
export const batonVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--b-surface)',
    '--mantine-color-text': 'var(--b-text)',
    '--mantine-color-bright': 'var(--b-text)',
    '--mantine-color-dimmed': 'var(--b-text-subtlest)',
    '--mantine-color-placeholder': 'var(--b-text-subtlest)',
    '--mantine-color-anchor': 'var(--b-accent)',
    '--mantine-color-default': 'var(--b-surface)',
    '--mantine-color-default-hover': 'var(--b-surface-medium)',
    '--mantine-color-default-color': 'var(--b-text)',
    '--mantine-color-default-border': 'var(--b-border-strong)',
    '--mantine-color-error': 'var(--b-incident)',
    '--mantine-color-disabled': 'var(--b-surface-medium)',
    '--mantine-color-disabled-color': 'var(--b-text-subtlest)',
    '--mantine-color-disabled-border': 'var(--b-border)',
    '--mantine-color-accent-light': 'var(--b-accent-surface)',
    '--mantine-color-accent-light-hover': 'var(--b-accent-surface-strong)',
    '--mantine-color-accent-light-color': 'var(--b-accent)',
    // White on it can be read in both themes.
    '--mantine-color-red-filled': '#bf2323',
    '--mantine-color-red-filled-hover': '#a61d1d',
    '--mantine-color-red-light': 'var(--b-incident-surface)',
    '--mantine-color-red-light-color': 'var(--b-incident)',
    '--mantine-color-gray-text': 'var(--b-text-subtle)',
    '--mantine-color-gray-light-color': 'var(--b-text-subtle)',
    '--mantine-color-gray-light-hover': 'var(--b-surface-medium)',
  };
  return { variables: {}, light: shared, dark: shared };
};
