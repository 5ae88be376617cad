import { jobs } from '../tables/jobs.ts';
import { livingAfter } from './step-facts.ts';
import type { RecordsOf, StepFacts } from './step-facts.ts';

type JobRecord = RecordsOf<`job-${string}`>;

/** Jobs: the row carries the search state, the engine's own state, and whether a worker may fetch it. */
export const projectJob = (step: StepFacts, record: JobRecord): void => {
  const { instance, changes, atMs } = step;
  const key = { process_instance_key: instance.key, key: record.key };
  const job = livingAfter(step, record.elementInstanceKey)?.job;
  const engineState = job && job.key === record.key ? job.state : null;
  // Whose job it was stays: that is what statistics of workers are made of. Another worker that fetches it takes the place.
  const unlocked = { deadline_ms: null, due_ms: null, fetchable: 0 };
  const touched = { engine_state: engineState, updated_ms: atMs };
  const ended = { ...unlocked, engine_state: null, updated_ms: atMs, end_ms: atMs };
  switch (record.type) {
    case 'job-created':
      return changes.insert(jobs, {
        process_instance_key: instance.key,
        key: record.key,
        element_instance_key: record.elementInstanceKey,
        element_id: step.elementIdOf(record.elementInstanceKey),
        type: record.jobType,
        state: 'CREATED',
        engine_state: engineState,
        retries: record.retries,
        headers: JSON.stringify(step.headersOf(record)),
        kind: record.kind ?? 'BPMN_ELEMENT',
        listener_event: record.listenerEvent?.toUpperCase() ?? 'UNSPECIFIED',
        is_denied: 0,
        denied_reason: null,
        fetchable: record.retries > 0 ? 1 : 0,
        due_ms: null,
        worker: null,
        deadline_ms: null,
        error_message: null,
        error_code: null,
        created_ms: atMs,
        updated_ms: atMs,
        end_ms: null,
        definition_key: instance.definitionKey,
        process_id: instance.processId,
        version: instance.version,
        root_key: instance.rootKey,
        tenant_id: instance.tenantId,
      });
    case 'job-completed':
      return changes.patch(jobs, key, {
        ...ended,
        state: 'COMPLETED',
        ...(record.denied ? { is_denied: 1, denied_reason: record.denied.reason } : {}),
      });
    case 'job-canceled': {
      // A job whose error was caught ends as what it was: the interruption that follows is not a cancellation by anybody.
      const pending = changes.pending(jobs, key);
      const threwNow = (pending?.op === 'patch' ? pending.set : pending?.row)?.['state'] === 'ERROR_THROWN';
      return changes.patch(jobs, key, threwNow ? ended : { ...ended, state: 'CANCELED' });
    }
    case 'job-failed':
      return changes.patch(jobs, key, {
        ...touched,
        ...unlocked,
        state: 'FAILED',
        retries: record.retries,
        error_message: record.errorMessage,
        fetchable: record.retries > 0 && record.retryAtMs === null ? 1 : 0,
        due_ms: record.retries > 0 ? record.retryAtMs : null,
      });
    case 'job-error-thrown':
      return changes.patch(jobs, key, {
        ...touched,
        ...unlocked,
        state: 'ERROR_THROWN',
        error_code: record.errorCode,
        error_message: record.errorMessage,
      });
    case 'job-retries-updated':
      return changes.patch(jobs, key, { ...touched, state: 'RETRIES_UPDATED', retries: record.retries });
    case 'job-reopened':
      return changes.patch(jobs, key, { ...touched, ...unlocked, worker: null, state: 'CREATED', fetchable: 1 });
  }
};
