import './theme/styles';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { batonTheme, batonVariables } from './theme/mantine-theme';

/** Gives everything below it the theme, the color scheme and the place for toasts (top right: the bpmn.io logo owns the bottom right). */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={batonTheme} cssVariablesResolver={batonVariables} defaultColorScheme="auto">
      <Notifications position="top-right" limit={4} zIndex={500} containerWidth={360} />
      {children}
    </MantineProvider>
  );
}
