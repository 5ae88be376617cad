import type { Command, InstanceState, JournalRecord, Key, MessageWait, Wait } from '@baton/engine';
import type { InstanceFacts, RecordsOf, StepFacts } from '../store/project/step-facts.ts';
import type { RowChanges } from '../store/row-changes.ts';
import { findForm } from '../store/searches/find-form.ts';
import { findLinkedResource } from '../store/searches/find-linked-resource.ts';
import type { Batch } from './batch.ts';
import type { FreshKeys } from './fresh-keys.ts';
import type { LiveInstance } from './live-instance.ts';

/** What a command names: an element instance, and where it is about something that was waited for, the wait. */
interface Named {
  readonly key: Key;
  readonly elementId: string;
  readonly wait: Wait | undefined;
}

const unknownElement = { name: null, elementType: 'UNSPECIFIED' };

/** One accepted command with its records, and what has to be looked up for their rows. */
export class DecidedStep implements StepFacts {
  readonly instance: InstanceFacts;
  readonly state: InstanceState;
  readonly atMs: number;
  readonly changes: RowChanges;
  readonly fresh: FreshKeys;
  readonly #live: LiveInstance;
  readonly #records: readonly JournalRecord[];
  /** The element that the command names: it may be gone after the step, but rows made in it want its id. */
  readonly #named: Named | null;
  #elementIds: Map<Key, string> | null = null;
  #forms: Map<Key, number> | null = null;
  #linked: Map<Key, string> | null = null;

  constructor(
    batch: Pick<Batch, 'nowMs' | 'changes'>,
    live: LiveInstance,
    records: readonly JournalRecord[],
    fresh: FreshKeys,
    named: Named | null,
  ) {
    this.instance = live.facts;
    this.state = live.state;
    this.atMs = batch.nowMs;
    this.changes = batch.changes;
    this.fresh = fresh;
    this.#live = live;
    this.#records = records;
    this.#named = named;
  }

  elementIdOf(key: Key): string {
    const living = this.state.elements.get(key);
    if (living !== undefined) return living.elementId;
    if (this.#named?.key === key) return this.#named.elementId;
    return (this.#elementIds ??= activatedIn(this.#records)).get(key) ?? '';
  }

  element(id: string): { readonly name: string | null; readonly elementType: string } {
    return this.#live.deployed.definition.elements.get(id) ?? unknownElement;
  }

  formKeyOf(userTaskKey: Key): number | null {
    return this.#forms?.get(userTaskKey) ?? null;
  }

  headersOf({ key, headers }: RecordsOf<'job-created'>): Readonly<Record<string, string>> {
    const linkedResources = this.#linked?.get(key);
    return linkedResources === undefined ? headers : { ...headers, linkedResources };
  }

  messageWaitOf({ key }: RecordsOf<'message-correlated'>): MessageWait {
    const wait = this.#named?.wait;
    if (wait?.kind !== 'message' || wait.key !== key)
      throw new Error(`Expected a message to come in by a command that names subscription ${key}, found none.`);
    return wait;
  }

  /** Whether there is something to look up before the rows can be made. */
  get hasQuestions(): boolean {
    return this.#records.some(
      (record) =>
        (record.type === 'user-task-created' && record.formId !== null) ||
        (record.type === 'job-created' && record.linkedResources !== undefined),
    );
  }

  async lookUp({ services: { database } }: Batch): Promise<void> {
    const { deployment_key: deploymentKey, tenant_id: tenantId } = this.#live.deployed.row;
    this.#forms = new Map();
    this.#linked = new Map();
    for (const record of this.#records) {
      if (record.type === 'user-task-created' && record.formId !== null) {
        const form = await findForm(database, {
          tenantId,
          formId: record.formId,
          binding: record.formBinding,
          versionTag: record.formVersionTag,
          deploymentKey,
        });
        if (form !== null) this.#forms.set(record.key, form.key);
      } else if (record.type === 'job-created' && record.linkedResources) {
        // What a worker is told of the files that its job is linked to: a header with JSON, as Camunda 8 sends it.
        const told = [];
        for (const resource of record.linkedResources) {
          const key = await findLinkedResource(database, tenantId, resource, deploymentKey);
          const { resourceId, resourceType, linkName } = resource;
          told.push({ resourceId, resourceType, linkName, resourceKey: key === null ? null : String(key) });
        }
        this.#linked.set(record.key, JSON.stringify(told));
      }
    }
  }
}

const activatedIn = (records: readonly JournalRecord[]): Map<Key, string> => {
  const ids = new Map<Key, string>();
  for (const record of records)
    if (record.type === 'element-activating' || record.type === 'element-activated')
      ids.set(record.key, record.elementId);
  return ids;
};

/** The element that a command names, as it is before the step. */
export const namedElement = (instance: LiveInstance, command: Command): Named | null => {
  const named = 'elementInstanceKey' in command ? instance.state.elements.get(command.elementInstanceKey) : undefined;
  if (named === undefined) return null;
  const wait = command.type === 'correlate-message' ? named.waits?.get(command.subscriptionKey) : undefined;
  return { key: named.key, elementId: named.elementId, wait };
};
