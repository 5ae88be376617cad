import type { InstanceRecord } from '../record.ts';
import type { Compensation, ElementInstance, InstanceState } from '../state.ts';
import type { Key } from '../key.ts';
import { indexState } from '../state-index.ts';

type Migrated = Extract<InstanceRecord, { type: 'process-instance-migrated' }>;

/** The instance goes on by another definition: every id of an element in its state becomes that of the element that stands for it. */
export const evolveMigration = (state: InstanceState, record: Migrated): void => {
  const { elementIds } = record;
  const idOf = (id: string): string =>
    Object.prototype.hasOwnProperty.call(elementIds, id) ? (elementIds[id] ?? id) : id;
  state.definitionKey = record.definitionKey;
  state.processId = record.processId;
  state.version = record.version;
  state.terminateAfter = state.terminateAfter.map(idOf);
  for (const instance of state.elements.values()) rename(instance, idOf);
  indexState(state);
};

const rename = (instance: ElementInstance, idOf: (id: string) => string): void => {
  instance.elementId = idOf(instance.elementId);
  for (const [key, wait] of instance.waits ?? []) instance.waits?.set(key, { ...wait, targetId: idOf(wait.targetId) });
  instance.parked = renamedKeys(instance.parked, idOf);
  instance.resets = renamedKeys(instance.resets, idOf);
  instance.gathered = renamedKeys(instance.gathered, idOf);
  instance.compensations = renamedEntries(instance.compensations, idOf);
  if (instance.interruptedBy !== null) instance.interruptedBy = idOf(instance.interruptedBy);
  const { trigger, adHoc } = instance;
  if (trigger)
    instance.trigger = {
      ...trigger,
      targetId: idOf(trigger.targetId),
      ...(trigger.begins ? { begins: trigger.begins.map(idOf) } : {}),
    };
  if (adHoc)
    instance.adHoc = {
      ...adHoc,
      pending: adHoc.pending.map((each) => ({ ...each, elementId: idOf(each.elementId) })),
    };
};

const renamedKeys = <V>(map: Map<string, V> | null, idOf: (id: string) => string): Map<string, V> | null =>
  map && new Map([...map].map(([id, value]) => [idOf(id), value]));

const renamedEntries = (
  entries: Map<Key, Compensation> | null,
  idOf: (id: string) => string,
): Map<Key, Compensation> | null =>
  entries &&
  new Map(
    [...entries].map(([key, entry]) => [
      key,
      { ...entry, elementId: idOf(entry.elementId), inner: renamedEntries(entry.inner, idOf) ?? new Map() },
    ]),
  );
