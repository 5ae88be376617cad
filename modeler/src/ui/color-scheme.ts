import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';

/** What the person chose; `auto` follows the system. */
export type ColorSchemeChoice = 'light' | 'dark' | 'auto';

/** Reads and sets the color scheme. `effective` is what is shown now, also while the choice is `auto`. */
export function useColorScheme(): {
  readonly choice: ColorSchemeChoice;
  readonly effective: 'light' | 'dark';
  readonly choose: (choice: ColorSchemeChoice) => void;
} {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const effective = useComputedColorScheme('light', { getInitialValueInEffect: false });
  return { choice: colorScheme, effective, choose: setColorScheme };
}
