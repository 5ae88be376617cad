import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem-error';

/**
 * The cache of server answers. Answers stay fresh until the event stream says otherwise (see `events.ts`), so showing a
 * page twice costs no request. A refusal is final; only an unreachable server is asked again.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => !(error instanceof ProblemError && error.status < 500) && failures < 2,
      retryDelay: (attempt) => Math.min(400 * 2 ** attempt, 4000),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
