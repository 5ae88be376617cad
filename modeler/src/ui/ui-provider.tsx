import './theme/styles';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { batonTheme, batonVariables } from './theme/mantine-theme';

/** Gives everything below it the theme and the color scheme. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={batonTheme} cssVariablesResolver={batonVariables} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  );
}
