import type { ElementBehavior, ElementHooks } from '../behavior.ts';
import type { Role } from '../roles.ts';
import { adHocInner, adHocSubProcess, type AdHocSubProcessNode } from './ad-hoc-sub-process.ts';
import { boundaryEvent, type BoundaryEventNode } from './boundary-event.ts';
import { businessRuleTask, type BusinessRuleTaskNode } from './business-rule-task.ts';
import { callActivity, type CallActivityNode } from './call-activity.ts';
import { complexGateway, type ComplexGatewayNode } from './complex-gateway.ts';
import { endEvent, type EndEventNode } from './end-event.ts';
import { eventBasedGateway, type EventBasedGatewayNode } from './event-based-gateway.ts';
import { eventSubProcess, type EventSubProcessNode } from './event-sub-process.ts';
import { exclusiveGateway, type ExclusiveGatewayNode } from './exclusive-gateway.ts';
import { inclusiveGateway, type InclusiveGatewayNode } from './inclusive-gateway.ts';
import { intermediateCatchEvent, type IntermediateCatchEventNode } from './intermediate-catch-event.ts';
import { intermediateThrowEvent, type IntermediateThrowEventNode } from './intermediate-throw-event.ts';
import { manualTask, type ManualTaskNode } from './manual-task.ts';
import { multiInstanceBody } from './multi-instance-body.ts';
import { parallelGateway, type ParallelGatewayNode } from './parallel-gateway.ts';
import { processBehavior, type ProcessNode } from './process.ts';
import { receiveTask, type ReceiveTaskNode } from './receive-task.ts';
import { scriptTask, type ScriptTaskNode } from './script-task.ts';
import { sendTask, type SendTaskNode } from './send-task.ts';
import { serviceTask, type ServiceTaskNode } from './service-task.ts';
import { standardLoopBody } from './standard-loop-body.ts';
import { startEvent, type StartEventNode } from './start-event.ts';
import { subProcess, type SubProcessNode } from './sub-process.ts';
import { undefinedTask, type TaskNode } from './task.ts';
import { userTask, type UserTaskNode } from './user-task.ts';
import type { ElementType } from '../definition/node.ts';

/** A compiled element of any type. */
export type Node =
  | ProcessNode
  | SubProcessNode
  | EventSubProcessNode
  | AdHocSubProcessNode
  | StartEventNode
  | EndEventNode
  | IntermediateCatchEventNode
  | IntermediateThrowEventNode
  | BoundaryEventNode
  | ServiceTaskNode
  | SendTaskNode
  | ReceiveTaskNode
  | UserTaskNode
  | ManualTaskNode
  | TaskNode
  | ScriptTaskNode
  | BusinessRuleTaskNode
  | ExclusiveGatewayNode
  | ParallelGatewayNode
  | InclusiveGatewayNode
  | ComplexGatewayNode
  | EventBasedGatewayNode
  | CallActivityNode;

/** What each element does. A node type without an entry does not compile. */
const behaviors = {
  process: processBehavior,
  'sub-process': subProcess,
  'event-sub-process': eventSubProcess,
  'ad-hoc-sub-process': adHocSubProcess,
  'start-event': startEvent,
  'end-event': endEvent,
  'intermediate-catch-event': intermediateCatchEvent,
  'intermediate-throw-event': intermediateThrowEvent,
  'boundary-event': boundaryEvent,
  'service-task': serviceTask,
  'send-task': sendTask,
  'receive-task': receiveTask,
  'user-task': userTask,
  'manual-task': manualTask,
  task: undefinedTask,
  'script-task': scriptTask,
  'business-rule-task': businessRuleTask,
  'exclusive-gateway': exclusiveGateway,
  'parallel-gateway': parallelGateway,
  'inclusive-gateway': inclusiveGateway,
  'complex-gateway': complexGateway,
  'event-based-gateway': eventBasedGateway,
  'call-activity': callActivity,
} satisfies { [T in Node['type']]: ElementBehavior<Extract<Node, { type: T }>> };

/**
 * The hooks of an element instance in its role: of the element itself, of the body of its loop, or of an instance inside an ad-hoc
 * sub-process. The table above has proven that they fit the node's type, which the type system cannot follow here.
 */
export const hooksFor = (node: Node, role: Role): ElementHooks<Node> => {
  if (role === 'inner') return adHocInner;
  if (role === 'body' && node.loop !== null)
    return node.loop.kind === 'standard' ? standardLoopBody(node.loop) : multiInstanceBody(node.loop);
  return behaviors[node.type];
};

/** How an element is found in the XML and named in the API, and which behavior compiles it. */
export const bpmnTypes: Readonly<Record<string, { readonly type: Node['type']; readonly elementType: ElementType }>> = {
  'bpmn:Process': { type: 'process', elementType: 'PROCESS' },
  'bpmn:SubProcess': { type: 'sub-process', elementType: 'SUB_PROCESS' },
  'bpmn:Transaction': { type: 'sub-process', elementType: 'SUB_PROCESS' },
  'bpmn:AdHocSubProcess': { type: 'ad-hoc-sub-process', elementType: 'AD_HOC_SUB_PROCESS' },
  'bpmn:StartEvent': { type: 'start-event', elementType: 'START_EVENT' },
  'bpmn:EndEvent': { type: 'end-event', elementType: 'END_EVENT' },
  'bpmn:IntermediateCatchEvent': { type: 'intermediate-catch-event', elementType: 'INTERMEDIATE_CATCH_EVENT' },
  'bpmn:IntermediateThrowEvent': { type: 'intermediate-throw-event', elementType: 'INTERMEDIATE_THROW_EVENT' },
  'bpmn:BoundaryEvent': { type: 'boundary-event', elementType: 'BOUNDARY_EVENT' },
  'bpmn:ServiceTask': { type: 'service-task', elementType: 'SERVICE_TASK' },
  'bpmn:SendTask': { type: 'send-task', elementType: 'SEND_TASK' },
  'bpmn:ReceiveTask': { type: 'receive-task', elementType: 'RECEIVE_TASK' },
  'bpmn:UserTask': { type: 'user-task', elementType: 'USER_TASK' },
  'bpmn:ManualTask': { type: 'manual-task', elementType: 'MANUAL_TASK' },
  'bpmn:Task': { type: 'task', elementType: 'TASK' },
  'bpmn:BusinessRuleTask': { type: 'business-rule-task', elementType: 'BUSINESS_RULE_TASK' },
  'bpmn:ScriptTask': { type: 'script-task', elementType: 'SCRIPT_TASK' },
  'bpmn:ExclusiveGateway': { type: 'exclusive-gateway', elementType: 'EXCLUSIVE_GATEWAY' },
  'bpmn:ParallelGateway': { type: 'parallel-gateway', elementType: 'PARALLEL_GATEWAY' },
  'bpmn:InclusiveGateway': { type: 'inclusive-gateway', elementType: 'INCLUSIVE_GATEWAY' },
  'bpmn:ComplexGateway': { type: 'complex-gateway', elementType: 'COMPLEX_GATEWAY' },
  'bpmn:EventBasedGateway': { type: 'event-based-gateway', elementType: 'EVENT_BASED_GATEWAY' },
  'bpmn:CallActivity': { type: 'call-activity', elementType: 'CALL_ACTIVITY' },
};
/** A sub-process that is triggered by an event is an element of its own. */
export const eventSubProcessType = { type: 'event-sub-process', elementType: 'EVENT_SUB_PROCESS' } as const;

export const compilerOf = (type: Node['type']): ElementBehavior<Node>['compile'] => behaviors[type].compile;
