import type { ElementMapping, Key, ProcessDefinition } from '@baton/engine';
import type { Actor } from './instance-commands.ts';
import { instanceNotFound, refused } from './instance-commands.ts';
import type { Task } from './task.ts';

/** Where instances are to go on. */
export interface MigrationRequest {
  readonly targetDefinitionKey: Key;
  readonly mappings: readonly ElementMapping[];
}

/** Lets a running instance go on by another deployed version. */
export const migrateTask = (
  key: Key,
  { targetDefinitionKey, mappings }: MigrationRequest,
  actor: Actor,
): Task<null> => ({
  name: 'migrate-instance',
  needs: { table: 'process_instances', key },
  run: async (batch) => {
    const instance = await batch.instance(key);
    if (instance === null || instance.state.status !== 'ACTIVE') throw instanceNotFound('MIGRATE', key);
    const target = await batch.services.definitions.livingByKey(targetDefinitionKey);
    // Nothing goes on in another tenant.
    if (target === null || target.row.tenant_id !== instance.facts.tenantId)
      throw refused('MIGRATE', {
        code: 'NOT_FOUND',
        detail: `Expected to find process definition with key '${targetDefinitionKey}' to migrate to, but none found`,
      });
    const source = instance.deployed.definition;
    const command = {
      type: 'migrate-instance',
      targetDefinitionKey,
      targetVersion: target.row.version,
      mappings,
    } as const;
    const error = await batch.apply(instance, command, actor, target);
    if (error !== null) throw refused('MIGRATE', error);
    // The next message may start an instance of the process that it leaves.
    const leaves = source.id !== target.definition.id || !startsByMessage(target.definition);
    if (leaves && startsByMessage(source))
      batch.deliver(key, { type: 'release-message-start', processInstanceKey: key });
    return null;
  },
});

const startsByMessage = ({ startTriggers }: ProcessDefinition): boolean =>
  startTriggers.some(({ event }) => event.kind === 'message');
