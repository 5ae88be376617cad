import { t } from '../../language/texts';
import type { TaskSort } from './tasklist-search';

/** What the orders of the list are called. */
export const sortNames: Readonly<Record<TaskSort, string>> = {
  creation: t('Newest'),
  due: t('Due date'),
  'follow-up': t('Follow-up'),
  priority: t('Priority'),
  name: t('Name'),
};
