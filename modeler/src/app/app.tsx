import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { connectEvents } from '../api/events';
import { queryClient } from '../api/query-client';
import { ConfirmHost } from '../ui/confirm';
import { UiProvider } from '../ui/ui-provider';
import { router } from './router';

/** The whole web app: theme, server cache, event stream and pages. */
export function App() {
  useEffect(() => connectEvents(queryClient), []);
  return (
    <UiProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <ConfirmHost />
      </QueryClientProvider>
    </UiProvider>
  );
}
