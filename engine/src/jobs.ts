import type { JobDefinition } from './definition/job-definition.ts';
import { fail, ok, type Result } from './failure.ts';
import { shorten, type Expression } from './feel/expression.ts';
import { toJson } from './feel/to-json.ts';
import { raiseIncident } from './incidents.ts';
import type { ElementInstance, JobKind, ListenerEvent } from './state.ts';
import { emit, type Step } from './step.ts';
import { lookupFrom } from './variables.ts';

/** What kind of work a job is, beyond that of the element itself. */
export interface JobPurpose {
  readonly kind?: JobKind;
  readonly listenerEvent?: ListenerEvent;
}

/** Creates the job of an element, or an incident when its type or retries cannot be evaluated. */
export const createJob = (
  step: Step,
  instance: ElementInstance,
  definition: JobDefinition,
  purpose: JobPurpose = {},
): void => {
  const lookup = lookupFrom(step, instance.key);
  const jobType = definition.jobType.evaluate(lookup, step.nowMs);
  if (!jobType.ok) return raiseIncident(step, instance, jobType.error);
  if (typeof jobType.value !== 'string' || jobType.value === '') {
    return raiseIncident(step, instance, wrongValue('job type', definition.jobType, 'text', jobType.value));
  }
  const retries = evaluateRetries(step, definition.retries, instance);
  if (!retries.ok) return raiseIncident(step, instance, retries.error);
  emit(step, {
    type: 'job-created',
    key: step.nextKey(),
    elementInstanceKey: instance.key,
    jobType: jobType.value,
    retries: retries.value,
    headers: definition.headers,
    ...purpose,
    ...(definition.linkedResources.length > 0 ? { linkedResources: definition.linkedResources } : {}),
  });
};

const evaluateRetries = (step: Step, expression: Expression, instance: ElementInstance): Result<number> => {
  const result = expression.evaluate(lookupFrom(step, instance.key), step.nowMs);
  if (!result.ok) return result;
  const retries =
    typeof result.value === 'string' && /^\d{1,9}$/.test(result.value) ? Number(result.value) : result.value;
  return typeof retries === 'number' && Number.isInteger(retries) && retries >= 0 && retries <= 2_147_483_647
    ? ok(retries)
    : fail(wrongValue('retries', expression, 'a whole number, 0 or more', result.value));
};

const wrongValue = (
  what: string,
  expression: Expression,
  wanted: string,
  found: unknown,
): { readonly type: 'EXTRACT_VALUE_ERROR'; readonly message: string } => ({
  type: 'EXTRACT_VALUE_ERROR',
  message: `Expected ${what} '${shorten(expression.text)}' to be ${wanted}, found ${JSON.stringify(toJson(found))}. Set the variables that it reads, then resolve the incident.`,
});
