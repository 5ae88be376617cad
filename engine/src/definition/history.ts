import { addDuration } from '../events/timer-schedule.ts';
import { children, describe, extension, text, type ModdleElement } from '../model/moddle.ts';
import type { CompileContext } from './compile-context.ts';

const property = 'historyTimeToLive';

/**
 * How long ended instances of a process are kept: its extension property `historyTimeToLive`, a duration of ISO 8601 (`P180D`) or a number of
 * days. Null where it says nothing.
 */
export const historyTimeToLiveOf = (element: ModdleElement, context: CompileContext): string | null => {
  const found = children(extension(element, 'zeebe:properties'), 'properties').find(
    (each) => text(each, 'name') === property,
  );
  const written = found && text(found, 'value')?.trim();
  if (written === undefined || written === '') return null;
  const duration = /^\d+$/.test(written) ? `P${written}D` : written;
  if (addDuration(duration, 0) !== null) return duration;
  context.problems.error(
    element.id ?? null,
    'history-time-to-live-invalid',
    `Expected the property ${property} of ${describe(element)} to be a duration such as P180D or a number of days, found '${written}'. Correct it, or remove it to keep the default.`,
  );
  return null;
};
