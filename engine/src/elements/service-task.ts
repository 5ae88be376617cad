import type { ElementBehavior } from '../behavior.ts';
import { missing } from '../definition/compile-context.ts';
import { compileJob, type JobDefinition } from '../definition/job-definition.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { createJob } from '../jobs.ts';

/** Work for an external worker: a job is created, and the token waits until it is completed. BPMN 2.0.2, 10.3.3 and 13.3.3. */
export interface ServiceTaskNode extends NodeBase {
  readonly type: 'service-task';
  readonly job: JobDefinition;
}

export const serviceTask: ElementBehavior<ServiceTaskNode> = {
  compile(element, base, context) {
    const job = compileJob(element, context);
    if (!job) missing(context, element, 'a task definition', 'Set the job type that a worker will serve.');
    return job && { ...base, type: 'service-task', job };
  },
  enter: (step, instance, node) => createJob(step, instance, node.job),
  trigger: (step, instance, node, _targetId, variables) => completeElement(step, instance, node, variables),
};
