import type { TaskEvent } from '../../api/tasklist';
import { language, t } from '../../language/texts';

/** What of a task can be changed, as people call it. */
const changeNames: Readonly<Record<string, string>> = {
  dueDate: t('Due date'),
  followUpDate: t('Follow-up'),
  candidateUsers: t('Candidate users'),
  candidateGroups: t('Candidate groups'),
  priority: t('Priority'),
};

/** What happened to a task, in a sentence without who did it. */
export function eventWords({ kind, assignee, changes }: TaskEvent): string {
  const name = assignee ?? '';
  switch (kind) {
    case 'created':
      return assignee === null ? t('The task began') : t('The task began, assigned to {{name}}', { name });
    case 'claimed':
      return t('Claimed by {{name}}', { name });
    case 'assigned':
      return t('Assigned to {{name}}', { name });
    case 'unassigned':
      return t('Given back to the queue');
    case 'delegated':
      return t('Delegated to {{name}}', { name });
    case 'given-back':
      return t('Given back to {{owner}} when done', { owner: name });
    case 'taken-back':
      return t('Taken back by {{name}}', { name });
    case 'updated':
      return t('Changed: {{fields}}', {
        fields: new Intl.ListFormat(language).format(changes.map((change) => changeNames[change] ?? change)),
      });
    case 'completed':
      return t('The task was completed');
    case 'canceled':
      return t('The task was canceled');
  }
}
