import type { InstanceMoment } from '../../../api/moments';
import { language, t } from '../../../language/texts';

type Element = InstanceMoment['elementInstances'][number];
type Wait = Element['waits'][number];

const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });

const waitWords = (wait: Wait): string => {
  switch (wait.kind) {
    case 'timer':
      return t('waits until {{date}}', { date: wait.dueDate === null ? '' : moment.format(new Date(wait.dueDate)) });
    case 'message':
      return t('waits for message {{name}} ({{correlationKey}})', {
        name: wait.name ?? '',
        correlationKey: wait.correlationKey ?? '',
      });
    case 'signal':
      return t('waits for signal {{name}}', { name: wait.name ?? '' });
    case 'condition':
      return t('waits for a condition');
  }
};

/** What an element was about, in a few words: what stopped it, who worked at it, or what it waited for. */
export function momentDetail(element: Element): string {
  if (element.incident !== null) return element.incident.errorMessage;
  if (element.userTask !== null)
    return element.userTask.assignee === null
      ? t('task of nobody yet')
      : t('task of {{assignee}}', { assignee: element.userTask.assignee });
  if (element.job !== null) return t('job {{type}}', { type: element.job.type });
  if (element.calledProcessInstanceKey !== null)
    return t('called instance {{key}}', { key: element.calledProcessInstanceKey });
  return element.waits.map(waitWords).join(', ');
}
