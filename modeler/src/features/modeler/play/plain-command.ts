import type { PlayCommand } from '../../../api/plays';
import type { OpenItem } from './play-marks';

/** Goes on with something open in the simplest way; null where the person has to say more. */
export function plainCommand({ kind, at, label, formSchema, activities }: OpenItem): PlayCommand | null {
  switch (kind) {
    case 'job':
      // The worker of an ad-hoc sub-process decides what begins; without a word of it nothing would go on.
      return activities === null ? { type: 'complete-job', at } : null;
    case 'user-task':
      return formSchema === null ? { type: 'complete-user-task', at } : null;
    case 'timer':
      return { type: 'fire-timer', at };
    case 'message':
      return { type: 'deliver-message', at };
    case 'signal':
      return { type: 'broadcast-signal', name: label };
    case 'incident':
      return { type: 'resolve-incident', at };
    case 'condition':
    case 'ad-hoc':
      return null;
  }
}
