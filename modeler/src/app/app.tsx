import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from '../api/query-client';
import { ConfirmHost } from '../ui/confirm';
import { UiProvider } from '../ui/ui-provider';
import { LoginGate } from './login/login-gate';
import { router } from './router';

/** The whole web app: theme, server cache, event stream and pages. */
export function App() {
  return (
    <UiProvider>
      <QueryClientProvider client={queryClient}>
        <LoginGate>
          <RouterProvider router={router} />
          <ConfirmHost />
        </LoginGate>
      </QueryClientProvider>
    </UiProvider>
  );
}
