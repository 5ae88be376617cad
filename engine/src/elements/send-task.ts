import type { ElementBehavior } from '../behavior.ts';
import { compileJob, type JobDefinition } from '../definition/job-definition.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { compileThrownMessage } from '../events/compile-event.ts';
import type { MessageEvent } from '../events/event-definition.ts';
import { readThrownMessage, throwMessage, type ThrownMessage } from '../events/throw-message.ts';
import { createJob } from '../jobs.ts';
import { child } from '../model/moddle.ts';

/** Sends a message: by a worker when it has a task definition, else inside Baton. BPMN 2.0.2, 10.3.3 and 13.3.3. */
export interface SendTaskNode extends NodeBase {
  readonly type: 'send-task';
  readonly message: MessageEvent;
  readonly job: JobDefinition | null;
  readonly thrown: ThrownMessage;
}

export const sendTask: ElementBehavior<SendTaskNode> = {
  compile(element, base, context) {
    const message = compileThrownMessage(element, child(element, 'messageRef'), context);
    return (
      message && {
        ...base,
        type: 'send-task',
        message,
        job: compileJob(element, context),
        thrown: readThrownMessage(element, context),
      }
    );
  },
  enter(step, instance, node) {
    if (node.job) createJob(step, instance, node.job);
    else if (throwMessage(step, instance, node.message, node.thrown)) completeElement(step, instance, node);
  },
  trigger: (step, instance, node, _targetId, variables) => completeElement(step, instance, node, variables),
};
