import { t } from '../../language/texts';
import type { Queue } from './tasklist-search';

/** What the queues are called. */
export const queueNames: Readonly<Record<Queue, string>> = {
  mine: t('Mine'),
  groups: t('My groups’'),
  unassigned: t('Unassigned'),
  overdue: t('Overdue'),
  today: t('Due today'),
  'follow-up': t('To follow up'),
  all: t('All tasks'),
};

/** What is said of a queue in which there is nothing. */
export const emptyQueueHints: Readonly<Record<Exclude<Queue, 'mine'>, string>> = {
  groups: t('Tasks that are offered to you or to a group of yours appear here until somebody claims them.'),
  unassigned: t('Tasks that nobody has claimed yet appear here.'),
  overdue: t('Nothing is late.'),
  today: t('Nothing is due today.'),
  'follow-up': t('Tasks appear here once the day has come to look at them again.'),
  all: t('Tasks appear here as soon as a process needs a person. Start one to see it happen.'),
};

/** So far the server counts. */
const maxCount = 1_000;

/** A counter as it is shown; more than the server counts is `1000+`. */
export function countText(count: number): string {
  return count > maxCount ? `${maxCount}+` : String(count);
}
