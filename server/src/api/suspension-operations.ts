import type { Key } from '@baton/engine';
import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import type { Actor } from '../runtime/instance-commands.ts';
import { resumeTask, suspendTask } from '../runtime/suspend-instance.ts';
import type { Task } from '../runtime/task.ts';
import { beginsForInstances } from './begin-batch-operation.ts';
import { key, operationReference } from './input.ts';
import { needs } from './operation/access.ts';
import { nothing } from './operation/answer-kinds.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submit } from './operation/submit.ts';

const tag = 'Process instances';
const access = needs('PROCESS_DEFINITION', 'UPDATE_PROCESS_INSTANCE');
const reference = z.strictObject({ operationReference });

/** Running instances rest, and go on. */
export const suspensionOperations = (runtime: Runtime): readonly Operation[] => {
  const one = (
    id: string,
    verb: string,
    what: { readonly summary: string; readonly description: string },
    task: (instanceKey: Key, actor: Actor) => Task<null>,
  ): Operation =>
    operation({
      id,
      method: 'POST',
      path: `/v2/process-instances/{processInstanceKey}/${verb}`,
      tag,
      ...what,
      params: { processInstanceKey: key },
      body: body(reference),
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      isRepeatable: true,
      access,
      isLimitable: true,
      example: { body: {} },
      run: async (call) => void (await submit(runtime, call, task(call.params.processInstanceKey, call.caller))),
    });
  return [
    one(
      'suspendProcessInstance',
      'suspension',
      {
        summary: 'Suspend a process instance',
        description:
          'Nothing in it goes on: its jobs go to nobody, its timers and messages wait, and commands are refused with 409 but for canceling, resuming and variables. Instances that it called go on.',
      },
      suspendTask,
    ),
    one(
      'resumeProcessInstance',
      'resumption',
      {
        summary: 'Let a suspended process instance go on',
        description: 'Timers that came due meanwhile fire, and kept messages that it waits for come.',
      },
      resumeTask,
    ),
    beginsForInstances(
      runtime,
      'suspendProcessInstancesBatchOperation',
      'suspension',
      'Suspend the process instances that a filter finds',
      'SUSPEND_PROCESS_INSTANCE',
      'UPDATE_PROCESS_INSTANCE',
    ),
    beginsForInstances(
      runtime,
      'resumeProcessInstancesBatchOperation',
      'resumption',
      'Let the suspended process instances that a filter finds go on',
      'RESUME_PROCESS_INSTANCE',
      'UPDATE_PROCESS_INSTANCE',
    ),
  ];
};
