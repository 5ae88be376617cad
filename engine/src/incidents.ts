import type { Failure } from './failure.ts';
import type { ElementInstance } from './state.ts';
import { emit, type Step } from './step.ts';

/** Stops an element instance until somebody resolves the incident. One at a time: the first one stands. */
export const raiseIncident = (step: Step, instance: ElementInstance, failure: Failure): void => {
  if (instance.incident) return;
  emit(step, {
    type: 'incident-raised',
    key: step.nextKey(),
    elementInstanceKey: instance.key,
    incidentType: failure.type,
    message: failure.message,
    jobKey: instance.job?.key ?? null,
  });
};

/** The incident is over because its element instance goes on or away. */
export const closeIncident = (step: Step, instance: ElementInstance): void => {
  if (!instance.incident) return;
  emit(step, { type: 'incident-resolved', key: instance.incident.key, elementInstanceKey: instance.key });
};
