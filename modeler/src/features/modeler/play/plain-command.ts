import type { PlayCommand } from '../../../api/plays';
import type { OpenItem } from './play-marks';

/** Goes on with something open in the simplest way; null where the person has to say more. */
export function plainCommand({ kind, at, label, formSchema }: OpenItem): PlayCommand | null {
  switch (kind) {
    case 'job':
      return { type: 'complete-job', at };
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
      return null;
  }
}
