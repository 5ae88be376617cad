import type { Command } from '../command.ts';
import { nodeOf } from '../definition/process-definition.ts';
import { queueActivities, whyNotActivatable } from '../elements/ad-hoc-sub-process.ts';
import type { Rejection } from '../failure.ts';
import { roleOf } from '../roles.ts';
import type { Step } from '../step.ts';
import { terminateContents } from '../termination.ts';

/** Somebody begins activities of an ad-hoc sub-process. */
export const activateAdHocActivities = (
  step: Step,
  command: Extract<Command, { type: 'activate-ad-hoc-activities' }>,
): Rejection | null => {
  const instance = step.state.elements.get(command.elementInstanceKey);
  const node = instance && nodeOf(step.definition, instance.elementId);
  if (!instance || node?.type !== 'ad-hoc-sub-process' || roleOf(step.state, instance, node) !== 'self') {
    return {
      code: 'NOT_FOUND',
      detail: `Expected an active ad-hoc sub-process with key ${command.elementInstanceKey}, but no such element instance is found.`,
    };
  }
  if (instance.state !== 'ACTIVE' || instance.adHoc?.isFulfilled === true) {
    return {
      code: 'INVALID_STATE',
      detail: `Expected ad-hoc sub-process ${instance.key} to take further activities, but it is about to end.`,
    };
  }
  const ids = command.activations.map(({ elementId }) => elementId);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  const wrong =
    repeated === undefined
      ? whyNotActivatable(step.definition, node.id, ids)
      : `Expected every activity once, found '${repeated}' twice.`;
  if (wrong !== null) return { code: 'INVALID_ARGUMENT', detail: wrong };
  if (command.cancelRemainingInstances) terminateContents(step, instance, null);
  queueActivities(step, instance, command.activations);
  return null;
};
