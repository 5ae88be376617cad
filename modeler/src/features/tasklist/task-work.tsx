import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { parseFormSchema } from '../../api/forms';
import { tasklistTaskQuery } from '../../api/tasklist';
import { userTaskFormQuery, userTaskVariablesQuery, type UserTask } from '../../api/user-tasks';
import type { Variable } from '../../api/variables';
import { t } from '../../language/texts';
import { FormView, type FormResult, type FormViewHandle } from '../../shared/form/form-view';
import type { ChosenFiles } from '../../shared/form/with-documents';
import { Anchor } from '../../ui/anchor';
import { Button } from '../../ui/button';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { Text } from '../../ui/text';
import { VariablesEditor } from '../../shared/variables/variables-editor';
import { variablesOfRows, type VariableRow } from '../../shared/variables/variable-rows';
import { changedData, readTaskDraft, writeTaskDraft, type TaskDraft } from './task-draft';
import { taskProblem } from './task-problem';
import { isOpenState } from './tasklist-search';
import { useCompleteTask } from './use-complete-task';
import classes from './task-page.module.css';

export interface TaskWorkProps {
  readonly task: UserTask;
  readonly user: string;
}

interface LoadedWorkProps extends TaskWorkProps {
  /** The form's schema; null where the task has no form. */
  readonly schema: object | null;
  /** What the task sees, by name. */
  readonly base: TaskDraft;
}

function dataOf(variables: readonly Variable[]): TaskDraft {
  return Object.fromEntries(
    variables.map(({ name, value }): [string, unknown] => {
      try {
        return [name, JSON.parse(value)];
      } catch {
        return [name, value];
      }
    }),
  );
}

/** Milliseconds after the last change until a draft is kept. */
const draftPauseMs = 250;

function Work({ task, user, schema, base }: LoadedWorkProps) {
  const form = useRef<FormViewHandle>(null);
  const complete = useCompleteTask(task, user, schema !== null);
  // The form is drawn once with what was known then; later changes of variables must not wipe out what is being typed.
  const [start, setStart] = useState(() => ({ base, draft: readTaskDraft(task.userTaskKey) }));
  const [hasDraft, setHasDraft] = useState(() => Object.keys(start.draft).length > 0);
  const [formKey, setFormKey] = useState(0);
  const [rows, setRows] = useState<readonly VariableRow[]>(() => rowsOf(start.base, start.draft));
  const [complaint, setComplaint] = useState<string | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isMine = task.assignee === null || task.assignee === user;
  const delegation = useQuery(tasklistTaskQuery(task.userTaskKey)).data?.delegation ?? null;
  const isDelegated = delegation?.state === 'PENDING';
  const canWork = isOpenState(task.state) && isMine && !isDelegated;
  const initial = useMemo(() => ({ ...start.base, ...start.draft }), [start]);
  const read = useMemo(() => variablesOfRows(rows), [rows]);

  const keep = (data: TaskDraft) => {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      const draft = changedData(data, start.base);
      writeTaskDraft(task.userTaskKey, draft);
      setHasDraft(Object.keys(draft).length > 0);
    }, draftPauseMs);
  };
  useEffect(() => () => clearTimeout(pause.current), []);

  const discard = () => {
    clearTimeout(pause.current);
    writeTaskDraft(task.userTaskKey, {});
    setHasDraft(false);
    setStart({ base, draft: {} });
    setRows(rowsOf(base, {}));
    setFormKey((now) => now + 1);
    setComplaint(null);
  };

  const finish = (data: Readonly<Record<string, unknown>>, files: ChosenFiles = new Map()) => {
    clearTimeout(pause.current);
    setComplaint(null);
    complete.mutate({ data, files });
  };
  const finishForm = (result: FormResult | null) => {
    if (result === null || !canWork || complete.isPending) return;
    const wrong = Object.keys(result.errors).length;
    if (wrong > 0)
      setComplaint(t('{{count}} fields need another look before the task can be completed.', { count: wrong }));
    else finish(result.data, result.files);
  };
  const submit = () => {
    if (!canWork || complete.isPending) return;
    if (schema !== null) finishForm(form.current?.submit() ?? null);
    else if (Object.keys(read.problems).length > 0)
      setComplaint(t('Some variables need another look before the task can be completed.'));
    else finish(changedData(read.variables, start.base));
  };

  // The shortcut works wherever the focus is on this page; the form's fields live outside React.
  const submitNow = useRef(submit);
  useEffect(() => {
    submitNow.current = submit;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      submitNow.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const title = t('The task is not completed');
  const failure = complete.isError ? taskProblem(complete.error, title) : null;
  const problem = complaint === null ? failure : { title, message: complaint };
  const external = task.externalFormReference;
  return (
    <>
      <div className={classes['body']}>
        <div className={classes['work']}>
          {external !== null && external !== '' && (
            <Text size="sm" mb="md">
              {t('This task has a form elsewhere:')}{' '}
              {/^https?:/i.test(external) ? (
                <Anchor href={external} target="_blank" rel="noreferrer" size="sm">
                  {external}
                </Anchor>
              ) : (
                external
              )}
            </Text>
          )}
          {schema !== null ? (
            <FormView
              key={formKey}
              ref={form}
              schema={schema}
              data={initial}
              readOnly={!canWork}
              onChange={canWork ? keep : undefined}
              onSubmit={finishForm}
            />
          ) : (
            <>
              <Text size="sm" c="dimmed" mb="sm">
                {canWork
                  ? t('This task has no form. Change or add variables, then complete it.')
                  : t('This task has no form. These are its variables.')}
              </Text>
              <VariablesEditor
                rows={rows}
                problems={read.problems}
                readOnly={!canWork}
                onChange={(next) => {
                  setRows(next);
                  const { variables } = variablesOfRows(next);
                  keep(variables);
                }}
              />
            </>
          )}
        </div>
      </div>
      {isOpenState(task.state) && (
        <>
          {problem !== null && (
            <div className={classes['problem']}>
              <ProblemNotice title={problem.title} error={problem.message} />
            </div>
          )}
          <footer className={classes['foot']}>
            <span className={classes['footNote']}>
              {isDelegated ? (
                t('{{owner}} completes this task once it is given back.', { owner: delegation.owner })
              ) : !isMine ? (
                t('{{assignee}} has this task. Take it over to work on it.', { assignee: task.assignee ?? '' })
              ) : hasDraft ? (
                <>
                  {t('Your entries are kept in this browser.')}{' '}
                  <Anchor component="button" type="button" size="xs" onClick={discard}>
                    {t('Discard them')}
                  </Anchor>
                </>
              ) : task.assignee === null ? (
                t('Nobody has this task yet; completing it makes it yours.')
              ) : (
                t('Ctrl + Enter completes the task.')
              )}
            </span>
            <Button size="sm" onClick={submit} loading={complete.isPending} disabled={!canWork}>
              {t('Complete')}
            </Button>
          </footer>
        </>
      )}
    </>
  );
}

function rowsOf(base: TaskDraft, draft: TaskDraft): readonly VariableRow[] {
  return Object.entries({ ...base, ...draft }).map(([name, value], index) => ({
    id: index + 1,
    name,
    text: JSON.stringify(value ?? null),
  }));
}

/** The form of a task, or its variables where it has none, and the one button that completes it. */
export function TaskWork({ task, user }: TaskWorkProps) {
  const form = useQuery(userTaskFormQuery(task.userTaskKey));
  const variables = useQuery(userTaskVariablesQuery(task.userTaskKey));
  const schema = useMemo(() => {
    if (form.data === undefined || form.data === null) return { value: null, failure: null };
    try {
      return { value: parseFormSchema(form.data), failure: null };
    } catch (failure) {
      return { value: null, failure };
    }
  }, [form.data]);
  const base = useMemo(() => (variables.data === undefined ? null : dataOf(variables.data.items)), [variables.data]);

  const failure = form.error ?? (variables.data === undefined ? variables.error : null);
  if (failure !== null) {
    return (
      <div className={classes['work']}>
        <ProblemNotice
          title={t('The task could not be read')}
          error={failure}
          onRetry={() => {
            void form.refetch();
            void variables.refetch();
          }}
        />
      </div>
    );
  }
  if (form.data === undefined || base === null) {
    return (
      <div className={classes['work']} aria-busy="true">
        <Skeleton height={30} mb="md" />
        <Skeleton height={30} mb="md" />
        <Skeleton height={90} />
      </div>
    );
  }
  return (
    <>
      {schema.failure !== null && (
        <div className={classes['notice']}>
          <ProblemNotice title={t('The form cannot be read; its variables are shown instead')} error={schema.failure} />
        </div>
      )}
      <Work task={task} user={user} schema={schema.value} base={base} />
    </>
  );
}
