import type { PlayCommand } from '../../../api/plays';
import type { OpenItem } from './play-marks';

/** How a job ends. */
export type JobEnd = 'complete' | 'error' | 'fail';

/** What a person says about how it goes on. */
export interface Given {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly code: string;
  readonly message: string;
  /** Activities of an ad-hoc sub-process that begin. */
  readonly activities: readonly string[];
  /** Nothing more begins in the ad-hoc sub-process. */
  readonly endsAdHoc: boolean;
}

/** Goes on with something open as the person says. */
export function actionCommand({ kind, at, label }: OpenItem, end: JobEnd, given: Given): PlayCommand {
  const { variables, code, message, activities, endsAdHoc } = given;
  const brought = Object.keys(variables).length === 0 ? {} : { variables };
  switch (kind) {
    case 'job':
      if (end === 'error') return { type: 'throw-error', at, code, message, ...brought };
      if (end === 'fail') return { type: 'fail-job', at, message };
      return { type: 'complete-job', at, ...brought, ...(endsAdHoc ? { endsAdHoc } : {}) };
    case 'user-task':
      return { type: 'complete-user-task', at, ...brought };
    case 'message':
      return { type: 'deliver-message', at, ...brought };
    case 'signal':
      return { type: 'broadcast-signal', name: label, ...brought };
    case 'condition':
      return { type: 'set-variables', variables };
    case 'timer':
      return { type: 'fire-timer', at };
    case 'incident':
      return { type: 'resolve-incident', at };
    case 'ad-hoc':
      return { type: 'begin-activities', at, elementIds: [...activities], ...brought };
  }
}
