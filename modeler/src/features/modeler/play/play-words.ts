import type { PlayCommand } from '../../../api/plays';
import { language, t } from '../../../language/texts';
import type { OpenItem } from './play-marks';

/** What the button says that goes on with something open. */
export const verbOf: Readonly<Record<OpenItem['kind'], string>> = {
  job: t('Complete'),
  'user-task': t('Complete'),
  timer: t('Fire'),
  message: t('Deliver'),
  signal: t('Send'),
  condition: t('Variables'),
  incident: t('Resolve'),
  'ad-hoc': t('Begin'),
};

/** What something open waits for, in a few words. */
export function waitWords({ kind, label, detail, dueAt }: OpenItem): string {
  switch (kind) {
    case 'job':
      return detail === null ? t('Job {{label}}', { label }) : t('Listener {{label}} ({{detail}})', { label, detail });
    case 'user-task':
      return detail === null ? t('User task') : t('User task of {{assignee}}', { assignee: detail });
    case 'timer':
      return dueAt === null ? t('Timer, never due') : t('Timer, due {{at}}', { at: clockWords(dueAt) });
    case 'message':
      return detail === null || detail === ''
        ? t('Message {{label}}', { label })
        : t('Message {{label}} for {{detail}}', { label, detail });
    case 'signal':
      return t('Signal {{label}}', { label });
    case 'condition':
      return t('A condition that does not hold yet');
    case 'incident':
      return detail ?? label;
    case 'ad-hoc':
      return t('Activities can be begun');
  }
}

const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });

/** A time of the play's clock. */
export const clockWords = (at: string): string => format.format(new Date(at));

const minuteMs = 60_000;
/** Times that one lets pass. */
export const passages = [
  { label: t('1 minute'), ms: minuteMs },
  { label: t('1 hour'), ms: 60 * minuteMs },
  { label: t('1 day'), ms: 24 * 60 * minuteMs },
  { label: t('1 week'), ms: 7 * 24 * 60 * minuteMs },
  { label: t('30 days'), ms: 30 * 24 * 60 * minuteMs },
] as const;

function passageWords(ms: number): string {
  return (
    passages.find((passage) => passage.ms === ms)?.label ?? t('{{count}} seconds', { count: Math.round(ms / 1000) })
  );
}

/** What was done by a command, as the head of a step. */
export function commandWords(command: PlayCommand, nameOf: (elementId: string) => string): string {
  const at = 'at' in command && command.at !== undefined ? nameOf(command.at.elementId) : '';
  switch (command.type) {
    case 'complete-job':
      return t('Job of {{at}} completed', { at });
    case 'fail-job':
      return t('Job of {{at}} failed', { at });
    case 'throw-error':
      return t('Error {{code}} thrown by {{at}}', { code: command.code, at });
    case 'complete-user-task':
      return t('{{at}} completed', { at });
    case 'deliver-message':
      return t('Message delivered to {{at}}', { at });
    case 'publish-message':
      return t('Message {{name}} published', { name: command.name });
    case 'broadcast-signal':
      return t('Signal {{name}} sent', { name: command.name });
    case 'begin-activities':
      return t('Begun: {{names}}', { names: command.elementIds.map(nameOf).join(', ') });
    case 'start-process':
      return t('{{name}} begun', { name: nameOf(command.processId) });
    case 'fire-timer':
      return t('Time passed until {{at}} was due', { at });
    case 'advance-clock':
      return t('{{time}} passed', { time: passageWords(command.byMs) });
    case 'set-variables':
      return t('Variables changed: {{names}}', { names: Object.keys(command.variables).join(', ') });
    case 'resolve-incident':
      return t('Incident at {{at}} resolved', { at });
    case 'cancel':
      return t('Canceled');
  }
}
