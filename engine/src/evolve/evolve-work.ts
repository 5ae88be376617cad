import type { Key } from '../key.ts';
import type {
  CallRecord,
  EvaluationRecord,
  IncidentRecord,
  JobRecord,
  ListenerRecord,
  UserTaskRecord,
} from '../record.ts';
import type { ElementInstance, InstanceState } from '../state.ts';
import { living } from './living.ts';

/** What an element instance works with: its job, its user task, its listeners, the process that it called, what
 * it asked to evaluate, its incident. */
export const evolveWork = (
  state: InstanceState,
  record: JobRecord | UserTaskRecord | IncidentRecord | CallRecord | EvaluationRecord | ListenerRecord,
): void => {
  const instance = living(state, record.elementInstanceKey);
  switch (record.type) {
    case 'job-created':
      instance.job = {
        key: record.key,
        type: record.jobType,
        kind: record.kind ?? 'BPMN_ELEMENT',
        state: 'CREATED',
        retries: record.retries,
      };
      return;
    case 'job-completed':
    case 'job-canceled':
      instance.job = null;
      return;
    case 'job-failed': {
      const job = jobOf(instance);
      job.state = 'FAILED';
      job.retries = record.retries;
      return;
    }
    case 'job-error-thrown':
      jobOf(instance).state = 'ERROR_THROWN';
      return;
    case 'job-retries-updated':
      jobOf(instance).retries = record.retries;
      return;
    case 'job-reopened':
      jobOf(instance).state = 'CREATED';
      return;
    case 'user-task-created':
      instance.userTask = {
        key: record.key,
        assignee: record.assignee,
        candidateGroups: record.candidateGroups,
        candidateUsers: record.candidateUsers,
        dueDate: record.dueDate,
        followUpDate: record.followUpDate,
        priority: record.priority,
      };
      return;
    case 'user-task-assigned':
      userTaskOf(instance, record.elementInstanceKey).assignee = record.assignee;
      return;
    case 'user-task-updated':
      Object.assign(userTaskOf(instance, record.elementInstanceKey), record.changes);
      return;
    case 'user-task-completed':
    case 'user-task-canceled':
      instance.userTask = null;
      return;
    case 'incident-raised':
      instance.incident = {
        key: record.key,
        type: record.incidentType,
        message: record.message,
        jobKey: record.jobKey,
      };
      return;
    case 'incident-resolved':
      instance.incident = null;
      return;
    case 'process-called':
      instance.calledInstanceKey = record.calledInstanceKey;
      return;
    case 'evaluation-requested':
      instance.evaluationKey = record.key;
      return;
    case 'evaluation-ended':
      instance.evaluationKey = null;
      return;
    case 'listener-started': {
      const { event, index, changes, action, variables } = record;
      instance.listening = { event, index, changes, action, variables };
      return;
    }
    case 'listeners-finished':
      instance.listening = null;
      return;
  }
};

const jobOf = (instance: ElementInstance): NonNullable<ElementInstance['job']> => {
  if (!instance.job) throw new Error(`Expected element instance ${instance.key} to have a job; a record is missing.`);
  return instance.job;
};

const userTaskOf = (instance: ElementInstance, key: Key): NonNullable<ElementInstance['userTask']> => {
  if (!instance.userTask) throw new Error(`Expected element instance ${key} to have a user task; a record is missing.`);
  return instance.userTask;
};
