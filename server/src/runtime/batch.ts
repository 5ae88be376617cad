import { decide } from '@baton/engine';
import type {
  ActivateInstruction,
  Command,
  JournalRecord,
  Key,
  MoveInstruction,
  Rejection,
  Variables,
} from '@baton/engine';
import type { Database } from '../store/database.ts';
import { loadInstances } from '../store/load-instances.ts';
import { projectStep } from '../store/project/project-step.ts';
import { findRevisions } from '../store/operations/find-revisions.ts';
import type { Owner } from '../store/operations/find-owner.ts';
import { RowChanges } from '../store/row-changes.ts';
import { journal } from '../store/tables/journal.ts';
import type { MessageAddressRow } from '../store/tables/message-addresses.ts';
import { processInstances } from '../store/tables/process-instances.ts';
import type { Decisions } from './decisions/decisions.ts';
import { DecidedStep, namedElement } from './decided-step.ts';
import { rememberLookups } from './definitions.ts';
import type { Definitions, Deployed } from './definitions.ts';
import { FreshKeys } from './fresh-keys.ts';
import type { Globals } from './globals.ts';
import type { KeyAllocator } from './key-allocator.ts';
import { adoptDefinition, storedInstance } from './live-instance.ts';
import type { InstanceCache, LiveInstance } from './live-instance.ts';
import type { OwnerCache } from './owner-cache.ts';
import { outboxItemOf } from './outbox-item.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { Scripts } from './scripts/scripts.ts';
import type { TaskDelegationRow } from '../store/tables/task-delegations.ts';
import type { Task } from './task.ts';

/** What a batch works with. */
export interface BatchServices {
  readonly database: Database;
  readonly definitions: Definitions;
  readonly decisions: Decisions;
  readonly scripts: Scripts;
  readonly keys: KeyAllocator;
  readonly cache: InstanceCache;
  readonly owners: OwnerCache;
  readonly globals: Globals;
  /** Queue items that one step may work off. (Default: the engine's.) */
  readonly budget?: number;
}

/** Something in the engine threw: a bug. The instance is left out for the rest of the batch. */
export class EngineFault extends Error {
  readonly instanceKey: Key;
  constructor(instanceKey: Key, cause: unknown) {
    super(
      `The engine failed on process instance ${instanceKey}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
    this.name = 'EngineFault';
    this.instanceKey = instanceKey;
  }
}

/** A deed between instances that follows from a step of this batch. `source` is the instance that it comes from. */
export interface Delivery {
  readonly source: Key;
  readonly item: OutboxItem;
}

/**
 * Many commands on their way into one transaction. Commands are decided one after another in memory; later ones see what earlier ones
 * did, although nothing is stored before the batch as a whole is.
 */
export class Batch {
  readonly changes = new RowChanges();
  readonly nowMs: number;
  readonly services: BatchServices;
  /** Work that follows from the steps so far, oldest first. */
  readonly deliveries: Delivery[] = [];
  /** Instances that this batch changed (or read to change them). */
  readonly touched = new Map<Key, LiveInstance>();
  readonly faulted = new Set<Key>();
  readonly changed = new Set<Key>();
  /** Instances that came to their end in this batch. */
  readonly ended = new Set<Key>();
  /** Job types of which this batch made jobs fetchable. */
  readonly fetchableTypes = new Set<string>();
  /** What was stored of the addresses of messages where this batch meets others, see `message-address.ts`. */
  readonly addresses = new Map<string, MessageAddressRow | null>();
  /** Delegations that hold of the user tasks whose tasks ask for them. */
  readonly delegations = new Map<number, TaskDelegationRow>();
  /** Topics of events beyond those of the rows that change, with the tenants whose things they are about. */
  readonly topics = new Map<string, Set<string | null>>();
  /** The earliest time at which something of this batch comes due; the scheduler's hint. */
  nextDueMs = Infinity;
  readonly onCommitted: (() => void)[] = [];
  /** Called when the batch is given up: what it promised in memory never happened. */
  readonly onDropped: (() => void)[] = [];
  /** Tasks that go to the pipeline once this batch is stored and they are ready. What gets lost with them must be in the outbox. */
  readonly followUps: Promise<Task<unknown>>[] = [];
  /** The tenants that exist for the task at hand: what is of another one is not found by its key. Null: all of them. */
  tenants: readonly string[] | null = null;
  /** How long scripts may still hold up this batch, milliseconds. */
  scriptPatienceMs: number;

  constructor(services: BatchServices, nowMs: number) {
    this.services = { ...services, definitions: rememberLookups(services.definitions) };
    this.scriptPatienceMs = services.scripts.patienceMs;
    this.nowMs = nowMs;
  }

  /** Reads instances that will be needed in one go. */
  async preload(keys: readonly Key[]): Promise<void> {
    const wanted = [...new Set(keys)].filter((key) => !this.touched.has(key));
    const missing = await this.#missing(wanted);
    for (const loaded of (await loadInstances(this.services.database, missing)).values()) {
      const deployed = await this.services.definitions.byKey(loaded.state.definitionKey);
      if (deployed === null)
        throw new Error(`Expected definition ${loaded.state.definitionKey} of instance ${loaded.row.key}, found none.`);
      this.touched.set(loaded.state.key, storedInstance(loaded, deployed));
    }
  }

  /**
   * Which instances have to be read because they are not in memory. With a database that others change too, those that are in memory are taken
   * out of the cache when the database has no newer revision: nobody else in this server sees what this batch does to them before it is stored.
   */
  async #missing(keys: readonly Key[]): Promise<Key[]> {
    const { database, cache } = this.services;
    const cached = keys.filter((key) => cache.get(key) !== undefined);
    if (!database.isShared || cached.length === 0) return keys.filter((key) => cache.get(key) === undefined);
    const revisions = await findRevisions(database, cached);
    return keys.filter((key) => {
      const instance = cache.get(key);
      cache.evict(key);
      if (instance === undefined || revisions.get(key) !== instance.revision) return true;
      this.touched.set(key, instance);
      return false;
    });
  }

  /** Whether a tenant exists for the task at hand. */
  sees(tenantId: string): boolean {
    return this.tenants?.includes(tenantId) ?? true;
  }

  /** The instance with this key, as this batch sees it; null when there is none. */
  async instance(key: Key): Promise<LiveInstance | null> {
    const instance = await this.#instance(key);
    return instance !== null && this.sees(instance.facts.tenantId) ? instance : null;
  }

  async #instance(key: Key): Promise<LiveInstance | null> {
    if (this.faulted.has(key)) throw new EngineFault(key, 'it failed before in this batch');
    const { database, cache } = this.services;
    const known = this.touched.get(key) ?? (database.isShared ? undefined : cache.get(key));
    if (known === undefined) {
      await this.preload([key]);
      return this.touched.get(key) ?? null;
    }
    this.touched.set(key, known);
    return known;
  }

  /** Where a job, user task, incident or element instance belongs, as far as the batch has looked it up; null when it does not exist. */
  owner(table: 'jobs' | 'user_tasks' | 'incidents' | 'element_instances', key: Key): Owner | null {
    return this.services.owners.get(table, key) ?? null;
  }

  /** Adds an instance that is about to be created. */
  add(instance: LiveInstance): void {
    this.touched.set(instance.facts.key, instance);
  }

  /**
   * Decides one command. When it is refused nothing has changed. When accepted, its records are on their way into rows and its effects
   * in `deliveries`. `target` is where a migration goes to. Throws `EngineFault` when the engine threw.
   */
  async apply(
    instance: LiveInstance,
    command: Command,
    actor: string | null = null,
    target: Deployed | null = null,
  ): Promise<Rejection | null> {
    const { keys, globals } = this.services;
    const { tenantId } = instance.facts;
    if (globals.isStale(this.nowMs)) await globals.current(this.nowMs, tenantId);
    const wanted = 20_000 + keysFor(command);
    // Asked again after waiting: another batch may have used them up.
    while (keys.left() < wanted) await keys.reserve(wanted);
    const fresh = new FreshKeys();
    if (command.type === 'create-instance') fresh.add(command.processInstanceKey);
    const nextKey = (): Key => {
      const key = keys.next();
      fresh.add(key);
      return key;
    };
    const named = namedElement(instance, command);
    let decided: ReturnType<typeof decide>;
    try {
      decided = decide(instance.deployed.definition, instance.state, command, {
        nowMs: this.nowMs,
        nextKey,
        budget: this.services.budget,
        globals: globals.known(tenantId),
        target: target?.definition,
      });
    } catch (error) {
      this.faulted.add(instance.facts.key);
      throw new EngineFault(instance.facts.key, error);
    }
    if (!decided.ok) return decided.error;
    if (target !== null) adoptDefinition(instance, target);
    const step = new DecidedStep(this, instance, decided.records, fresh, named);
    if (step.hasQuestions) await step.lookUp(this);
    this.#write(instance, command, actor, step, decided.records);
    for (const effect of decided.effects)
      this.deliveries.push({ source: instance.facts.key, item: outboxItemOf(effect, tenantId) });
    this.#follow(instance, decided.records);
    return null;
  }

  /** What expressions know everywhere in a tenant. */
  globals(tenantId: string): Promise<Variables> {
    return this.services.globals.current(this.nowMs, tenantId);
  }

  /** Those who watch are to be told of something of a tenant; null for what is of none. */
  tell(topic: string, tenantId: string | null): void {
    const tenants = this.topics.get(topic);
    if (tenants === undefined) this.topics.set(topic, new Set([tenantId]));
    else tenants.add(tenantId);
  }

  /** Puts a delivery at the end of the queue. */
  deliver(source: Key, item: OutboxItem): void {
    this.deliveries.push({ source, item });
  }

  #write(
    instance: LiveInstance,
    command: Command,
    actor: string | null,
    step: DecidedStep,
    records: readonly JournalRecord[],
  ): void {
    const { facts } = instance;
    projectStep(step, records, instance.book);
    instance.revision += 1;
    const guard = instance.storedRevision === null ? null : { revision: instance.storedRevision };
    this.changes.patch(processInstances, { key: facts.key }, { revision: instance.revision }, guard);
    this.changes.insert(journal, {
      process_instance_key: facts.key,
      seq: instance.revision,
      at_ms: this.nowMs,
      command: JSON.stringify(journaled(command, actor)),
      records: JSON.stringify(records),
    });
    this.changed.add(facts.key);
  }

  /** Notices what other parts of the server want to know of. */
  #follow(instance: LiveInstance, records: readonly JournalRecord[]): void {
    const { key } = instance.facts;
    for (const record of records) {
      switch (record.type) {
        case 'job-created':
          this.fetchableTypes.add(record.jobType);
          this.#remember('jobs', key, record);
          break;
        case 'user-task-created':
          this.#remember('user_tasks', key, record);
          break;
        case 'incident-raised':
          this.#remember('incidents', key, record);
          break;
        case 'job-reopened': {
          const type = instance.state.elements.get(record.elementInstanceKey)?.job?.type;
          if (type !== undefined) this.fetchableTypes.add(type);
          break;
        }
        case 'job-failed': {
          const type = instance.state.elements.get(record.elementInstanceKey)?.job?.type;
          if (record.retryAtMs !== null) this.dueAt(record.retryAtMs);
          else if (record.retries > 0 && type !== undefined) this.fetchableTypes.add(type);
          break;
        }
        case 'timer-scheduled':
          this.dueAt(record.dueMs);
          break;
        case 'timer-fired':
          if (record.nextDueMs !== null) this.dueAt(record.nextDueMs);
          break;
        case 'message-subscription-opened':
          this.deliver(key, offerOf(instance, record));
          break;
        case 'process-instance-resumed':
          for (const wait of messageWaitsOf(instance)) this.deliver(key, offerOf(instance, wait));
          break;
        case 'process-instance-completed':
        case 'process-instance-terminated':
          this.ended.add(key);
          if (instance.deployed.definition.startTriggers.some(({ event }) => event.kind === 'message'))
            this.deliver(key, { type: 'release-message-start', processInstanceKey: key });
          break;
        case 'step-suspended':
          this.dueAt(this.nowMs);
          break;
        default:
          break;
      }
    }
  }

  /** Whoever acts on it next need not look for its instance. */
  #remember(
    table: string,
    processInstanceKey: Key,
    { key, elementInstanceKey }: { key: Key; elementInstanceKey: Key },
  ): void {
    this.services.owners.remember(table, key, { processInstanceKey, elementInstanceKey });
  }

  /** Something comes due at this time. */
  dueAt(ms: number): void {
    if (ms < this.nextDueMs) this.nextDueMs = ms;
  }
}

interface OpenMessageWait {
  readonly key: Key;
  readonly elementInstanceKey: Key;
  readonly messageName: string;
  readonly correlationKey: string;
}

/** Messages that are kept are offered to whoever waits for them now. */
const offerOf = (
  { facts }: LiveInstance,
  { key, elementInstanceKey, messageName, correlationKey }: OpenMessageWait,
): Extract<OutboxItem, { type: 'offer-messages' }> => ({
  type: 'offer-messages',
  processInstanceKey: facts.key,
  elementInstanceKey,
  subscriptionKey: key,
  processId: facts.processId,
  name: messageName,
  correlationKey,
});

const messageWaitsOf = function* ({ state }: LiveInstance): Generator<OpenMessageWait> {
  for (const { key: elementInstanceKey, waits } of state.elements.values())
    for (const wait of waits?.values() ?? []) if (wait.kind === 'message') yield { ...wait, elementInstanceKey };
};

/** How many keys a command may need beyond those of an ordinary step: one for each variable that it brings, and each scope that it makes. */
const keysFor = (command: Command): number => {
  if ('variables' in command) return Object.keys(command.variables).length;
  if (command.type !== 'modify-instance') return 0;
  let variables = 0;
  for (const each of [...command.activate, ...command.move])
    for (const instruction of each.variables) variables += Object.keys(instruction.variables).length;
  return variables + 100 * (command.activate.length + command.move.length);
};

/** What the journal keeps of a command: who asked for what. Its variables are in the records. */
const journaled = (command: Command, actor: string | null): object => {
  if (command.type === 'modify-instance') {
    const { activate, move } = command;
    return { ...command, actor, activate: activate.map(withoutVariables), move: move.map(withoutVariables) };
  }
  // Undefined, not deleted: an object that lost properties is slow to write as JSON.
  return { ...command, actor, variables: undefined, value: undefined };
};

const withoutVariables = (instruction: ActivateInstruction | MoveInstruction): object => ({
  ...instruction,
  variables: undefined,
});
