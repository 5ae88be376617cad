import { asKey } from '@baton/engine';
import type { Key, Modification } from '@baton/engine';
import type { BatchOperationType } from '../../store/searches/batch-operation-plan.ts';
import type { BatchOperationItemRow } from '../../store/tables/batch-operation-items.ts';
import type { BatchOperationRow } from '../../store/tables/batch-operations.ts';
import { deleteEvaluationTask } from '../decisions/decision-tasks.ts';
import { forgetInstanceTask } from '../delete-instance.ts';
import { instanceTask, ownedTask, updateJobTask } from '../instance-commands.ts';
import type { Actor, JobUpdate } from '../instance-commands.ts';
import { migrateTask } from '../migrate-instance.ts';
import type { MigrationRequest } from '../migrate-instance.ts';
import { Refusal } from '../refusal.ts';
import { resumeTask, suspendTask } from '../suspend-instance.ts';
import type { Task } from '../task.ts';

type Deed = (item: BatchOperationItemRow, operation: BatchOperationRow) => Task<null>;

/** What each type does to one item. A new type is a line here, one in `findBatchTargets` and one in `batchOperationTypes`. */
const deeds: Readonly<Record<BatchOperationType, Deed>> = {
  CANCEL_PROCESS_INSTANCE: ({ item_key }, { actor }) =>
    instanceTask('CANCEL', asKey(item_key), { type: 'cancel-instance' }, actor),
  RESOLVE_INCIDENT: ({ item_key }, { actor }) => retryIncidentTask(item_key, actor),
  DELETE_PROCESS_INSTANCE: ({ item_key }) => forgetInstanceTask(asKey(item_key)),
  DELETE_DECISION_INSTANCE: ({ item_key }) => deleteEvaluationTask(asKey(item_key)),
  UPDATE_JOB: ({ item_key }, { change, actor }) =>
    updateJobTask(asKey(item_key), JSON.parse(change ?? '{}') as JobUpdate, actor),
  SUSPEND_PROCESS_INSTANCE: ({ item_key }, { actor }) => suspendTask(asKey(item_key), actor),
  RESUME_PROCESS_INSTANCE: ({ item_key }, { actor }) => resumeTask(asKey(item_key), actor),
  MIGRATE_PROCESS_INSTANCE: ({ item_key }, { change, actor }) =>
    migrateTask(asKey(item_key), JSON.parse(change ?? '{}') as MigrationRequest, actor),
  MODIFY_PROCESS_INSTANCE: ({ item_key }, { change, actor }) =>
    moveTask(asKey(item_key), JSON.parse(change ?? '{}') as Pick<Modification, 'move'>, actor),
};

/** Moves what is active of the sources; where nothing is, there is nothing to do. */
const moveTask = (key: Key, { move }: Pick<Modification, 'move'>, actor: Actor): Task<null> => ({
  name: 'modify-instance',
  needs: { table: 'process_instances', key },
  run: async (batch) => {
    const instance = await batch.instance(key);
    const active = new Set([...(instance?.state.elements.values() ?? [])].map(({ elementId }) => elementId));
    const moves = move.filter(({ source }) => 'elementId' in source && active.has(source.elementId));
    if (moves.length === 0)
      throw new Refusal('NOT_FOUND', `Expected a source to be active in process instance '${key}', but none is.`);
    const command = { type: 'modify-instance', activate: [], move: moves, terminate: [] } as const;
    return instanceTask('MODIFY', key, command, actor).run(batch);
  },
});

/** What an operation does to one of its items. */
export const deedOf: Deed = (item, operation) => deeds[operation.type as BatchOperationType](item, operation);

/** Resolves an incident; a job that has no retries left gets one, because nobody can give it to each of thousands by hand. */
const retryIncidentTask = (key: number, actor: Actor): Task<null> => {
  const incidentKey = asKey(key);
  const resolve = ownedTask('RESOLVE', 'incidents', incidentKey, actor, (elementInstanceKey) => ({
    type: 'resolve-incident',
    elementInstanceKey,
    incidentKey,
  }));
  return {
    ...resolve,
    run: async (batch) => {
      const owner = batch.owner('incidents', incidentKey);
      const instance = owner === null ? null : await batch.instance(owner.processInstanceKey);
      const job = owner === null ? undefined : instance?.state.elements.get(owner.elementInstanceKey)?.job;
      if (owner !== null && instance !== null && job?.retries === 0) {
        const { elementInstanceKey } = owner;
        await batch.apply(
          instance,
          { type: 'update-job-retries', elementInstanceKey, jobKey: job.key, retries: 1 },
          actor,
        );
      }
      return resolve.run(batch);
    },
  };
};
