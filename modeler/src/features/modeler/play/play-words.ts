import type { PlayCommand } from '../../../api/plays';
import type { OpenItem } from './play-marks';

/** What the button says that goes on with something open. */
export const verbOf: Readonly<Record<OpenItem['kind'], string>> = {
  job: 'Complete',
  'user-task': 'Complete',
  timer: 'Fire',
  message: 'Deliver',
  signal: 'Send',
  condition: 'Variables',
  incident: 'Resolve',
};

/** What something open waits for, in a few words. */
export function waitWords({ kind, label, detail, dueAt }: OpenItem): string {
  switch (kind) {
    case 'job':
      return detail === null ? `Job ${label}` : `Listener ${label} (${detail})`;
    case 'user-task':
      return detail === null ? 'User task' : `User task of ${detail}`;
    case 'timer':
      return `Timer, due ${moment(dueAt)}`;
    case 'message':
      return detail === null || detail === '' ? `Message ${label}` : `Message ${label} for ${detail}`;
    case 'signal':
      return `Signal ${label}`;
    case 'condition':
      return 'A condition that does not hold yet';
    case 'incident':
      return detail ?? label;
  }
}

const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });
const moment = (at: string | null): string => (at === null ? 'never' : format.format(new Date(at)));

/** A time of the play's clock. */
export const clockWords = (at: string): string => moment(at);

const minuteMs = 60_000;
/** Times that one lets pass. */
export const passages = [
  { label: '1 minute', ms: minuteMs },
  { label: '1 hour', ms: 60 * minuteMs },
  { label: '1 day', ms: 24 * 60 * minuteMs },
  { label: '1 week', ms: 7 * 24 * 60 * minuteMs },
  { label: '30 days', ms: 30 * 24 * 60 * minuteMs },
] as const;

function passageWords(ms: number): string {
  return passages.find((passage) => passage.ms === ms)?.label ?? `${Math.round(ms / 1000)} seconds`;
}

/** What was done by a command, as the head of a step. */
export function commandWords(command: PlayCommand, nameOf: (elementId: string) => string): string {
  const at = 'at' in command && command.at !== undefined ? nameOf(command.at.elementId) : '';
  switch (command.type) {
    case 'complete-job':
      return `Job of ${at} completed`;
    case 'fail-job':
      return `Job of ${at} failed`;
    case 'throw-error':
      return `Error ${command.code} thrown by ${at}`;
    case 'complete-user-task':
      return `${at} completed`;
    case 'deliver-message':
      return `Message delivered to ${at}`;
    case 'publish-message':
      return `Message ${command.name} published`;
    case 'broadcast-signal':
      return `Signal ${command.name} sent`;
    case 'fire-timer':
      return `Time passed until ${at} was due`;
    case 'advance-clock':
      return `${passageWords(command.byMs)} passed`;
    case 'set-variables':
      return `Variables changed: ${Object.keys(command.variables).join(', ')}`;
    case 'resolve-incident':
      return `Incident at ${at} resolved`;
    case 'cancel':
      return 'Canceled';
  }
}
