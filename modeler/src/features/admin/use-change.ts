import { useQueryClient } from '@tanstack/react-query';
import { identityTopic } from '../../api/users';
import { toastProblem, toastSuccess } from '../../ui/toast';

/** Does something, says how it came out, and reads what is shown anew. Answers whether it worked. */
export type Change = (what: () => Promise<unknown>, done: string, failed: string) => Promise<boolean>;

/** Changes of the administration all go the same way. */
export function useChange(): Change {
  const queries = useQueryClient();
  return async (what, done, failed) => {
    try {
      await what();
      toastSuccess({ title: done });
      return true;
    } catch (error) {
      toastProblem(error, failed);
      return false;
    } finally {
      await queries.invalidateQueries({ queryKey: [identityTopic] });
    }
  };
}
