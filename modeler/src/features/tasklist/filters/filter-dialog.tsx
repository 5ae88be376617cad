import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '../../../api/authentication';
import { ProblemError } from '../../../api/problem-error';
import {
  changeTaskFilter,
  createTaskFilter,
  type TaskFilter,
  type TaskFilterContent,
  type WantedFilter,
} from '../../../api/task-filters';
import { tasklistCountQuery, type TaskCondition } from '../../../api/tasklist';
import { t } from '../../../language/texts';
import { useSettled } from '../../../shared/browser/use-settled';
import { FormDialog } from '../../../ui/form-dialog';
import { MultiSelect } from '../../../ui/multi-select';
import { Select } from '../../../ui/select';
import { TagsInput } from '../../../ui/tags-input';
import { NameField } from '../../../ui/name-field';
import { TextInput } from '../../../ui/text-input';
import { toastProblem } from '../../../ui/toast';
import { queueNames } from '../queue-words';
import { sortNames } from '../sort-words';
import { queues, sortNamed, sortOf, taskSorts, type Queue, type TaskSort } from '../tasklist-search';
import { useViewer } from '../use-viewer';
import { columnNames, defaultColumns, type ColumnField } from './column-words';
import { ConditionEditor } from './condition-editor';
import { conditionOf, rowsOf } from './condition-rows';
import classes from './filter-dialog.module.css';

/** Milliseconds without a change until what is asked is counted. */
const countPauseMs = 300;

export interface FilterDialogProps {
  /** The filter to change; null for a new one. */
  readonly filter: TaskFilter | null;
  /** What a new one begins with: what the list shows now. */
  readonly view: TaskFilterContent['view'];
  readonly onClose: () => void;
  readonly onSaved: (filter: TaskFilter) => void;
}

const audiences = [
  { value: 'private', label: t('Only me') },
  { value: 'group', label: t('A group') },
  { value: 'everybody', label: t('Everybody') },
];

function isCondition(condition: TaskCondition | null): condition is TaskCondition {
  return condition !== null;
}

/** Saves which tasks a list shows, in which order and with which columns, for oneself or for others. */
export function FilterDialog({ filter, view: begun, onClose, onSaved }: FilterDialogProps) {
  const queries = useQueryClient();
  const viewer = useViewer();
  const groups = useQuery(meQuery()).data?.groups ?? [];
  const begin = filter?.content ?? { view: begun };
  const [name, setName] = useState(filter?.name ?? '');
  const [audience, setAudience] = useState<WantedFilter['audience']>(filter?.audience ?? 'private');
  const [groupId, setGroupId] = useState(filter?.groupId ?? groups[0] ?? '');
  const [queue, setQueue] = useState<Queue>(begin.view.queue ?? 'all');
  const [rows, setRows] = useState(() => rowsOf(begin.view.conditions ?? []));
  const [sort, setSort] = useState<TaskSort>(sortNamed(begin.sort));
  const [fields, setFields] = useState<readonly ColumnField[]>((begin.columns ?? defaultColumns).fields);
  const [variables, setVariables] = useState<readonly string[]>((begin.columns ?? defaultColumns).variables);

  const conditions = rows.map(conditionOf);
  const isComplete = conditions.every(isCondition);
  const view: TaskFilterContent['view'] = {
    queue,
    conditions: conditions.filter(isCondition),
  };
  const found = useQuery({
    ...tasklistCountQuery(useSettled(JSON.stringify({ ...view, ...viewer }), countPauseMs)),
    enabled: isComplete,
  });

  const save = async (): Promise<boolean> => {
    const wanted: WantedFilter = {
      name: name.trim(),
      content: { view, sort: sortOf(sort), columns: { fields, variables } },
      audience,
      groupId: audience === 'group' ? groupId.trim() : null,
    };
    try {
      const saved =
        filter === null
          ? await createTaskFilter(wanted, viewer.user)
          : await changeTaskFilter(filter, wanted, viewer.user);
      await queries.invalidateQueries({ queryKey: ['task-filters'] });
      void queries.invalidateQueries({ queryKey: ['user-tasks'] });
      onSaved(saved);
      return true;
    } catch (error) {
      const wasChanged = error instanceof ProblemError && error.status === 409 && filter !== null;
      toastProblem(error, wasChanged ? t('Somebody changed this filter meanwhile') : t('The filter was not saved'));
      return false;
    }
  };

  return (
    <FormDialog
      title={filter === null ? t('New filter') : t('Change filter')}
      action={t('Save filter')}
      size="xl"
      isComplete={isComplete && name.trim() !== '' && (audience !== 'group' || groupId.trim() !== '')}
      onClose={onClose}
      onSubmit={save}
    >
      <NameField value={name} onChange={setName} />
      <div className={classes['pair']}>
        <Select
          label={t('Shown to')}
          allowDeselect={false}
          data={audiences}
          value={audience}
          onChange={(value) => setAudience((value ?? 'private') as WantedFilter['audience'])}
        />
        {audience === 'group' &&
          (groups.length > 0 ? (
            <Select
              label={t('Group')}
              allowDeselect={false}
              data={groups}
              value={groupId}
              onChange={(value) => setGroupId(value ?? '')}
            />
          ) : (
            <TextInput
              label={t('Id of the group')}
              value={groupId}
              onChange={(event) => setGroupId(event.currentTarget.value)}
            />
          ))}
        <Select
          label={t('Queue')}
          allowDeselect={false}
          data={queues.map((value) => ({ value, label: queueNames[value] }))}
          value={queue}
          onChange={(value) => setQueue(value ?? 'all')}
        />
      </div>
      <ConditionEditor rows={rows} onChange={setRows} />
      <p className={classes['found']} aria-live="polite">
        {!isComplete
          ? t('Something is missing in a condition.')
          : found.data === undefined
            ? null
            : t('{{count}} tasks are found now', { count: found.data })}
      </p>
      <div className={classes['pair']}>
        <Select
          label={t('Sort by')}
          allowDeselect={false}
          data={taskSorts.map((value) => ({ value, label: sortNames[value] }))}
          value={sort}
          onChange={(value) => setSort(value ?? 'creation')}
        />
        <MultiSelect
          label={t('Shown of each task')}
          data={Object.entries(columnNames).map(([value, label]) => ({ value, label }))}
          value={[...fields]}
          onChange={(value) => setFields(value as ColumnField[])}
        />
      </div>
      <TagsInput
        label={t('Variables to show')}
        description={t('Press Enter after each name.')}
        maxTags={10}
        value={[...variables]}
        onChange={setVariables}
      />
    </FormDialog>
  );
}
