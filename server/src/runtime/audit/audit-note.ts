import type { Key } from '@baton/engine';
import { auditLog } from '../../store/tables/audit-log.ts';
import type { AuditLogRow } from '../../store/tables/audit-log.ts';
import type { Batch } from '../batch.ts';
import type { Task } from '../task.ts';

/** What the audit log is to say of a command, as far as it is known before the command is done. */
export interface AuditNote {
  /** Who: as in the log's search. */
  readonly actorType: 'ANONYMOUS' | 'CLIENT' | 'USER';
  readonly actorId: string | null;
  readonly category: 'ADMIN' | 'DEPLOYED_RESOURCES' | 'USER_TASKS';
  readonly entityType: string;
  readonly operationType: string;
  /** What it was done to, by the name or key that the caller used; null where the answer says it. */
  readonly entityKey: string | null;
  /** The idempotency key of the request, or a random one. */
  readonly commandId: string;
  /** The tenant of what is of no tenant: null, but where tenants are not told apart everything is of the default one. */
  readonly tenantId: string | null;
  /** Keys that the caller named. */
  readonly keys: Partial<Readonly<Record<'processInstanceKey' | 'elementInstanceKey' | 'jobKey' | 'userTaskKey', Key>>>;
  /** The operation and what was sent, without what must not be kept. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Longest text of the details of an entry, UTF-16 code units; of more only its length is kept. */
const maxDetails = 16_384;

/** Writes an entry into the same batch as what it tells of: the log has it when and only when it was done. */
export const writeAudit = async (
  batch: Batch,
  task: Task<unknown>,
  note: AuditNote,
  answer: unknown,
): Promise<void> => {
  const { keys } = note;
  const facts = await factsOf(batch, task);
  const row: AuditLogRow = {
    key: await batch.services.keys.take(),
    at_ms: batch.nowMs,
    category: note.category,
    entity_type: note.entityType,
    operation_type: note.operationType,
    entity_key: note.entityKey ?? keyOf(answer),
    actor_type: note.actorType,
    actor_id: note.actorId,
    result: 'SUCCESS',
    tenant_id: facts?.tenantId ?? task.tenantId ?? tenantIn(answer) ?? note.tenantId,
    command_id: note.commandId,
    process_id: facts?.processId ?? null,
    definition_key: facts?.definitionKey ?? null,
    process_instance_key: facts?.key ?? keys.processInstanceKey ?? null,
    element_instance_key: keys.elementInstanceKey ?? null,
    job_key: keys.jobKey ?? null,
    user_task_key: keys.userTaskKey ?? null,
    related_type: null,
    related_key: null,
    details: detailsText({ ...note.details, ...task.change?.(answer) }),
    seal: null,
  };
  batch.changes.insert(auditLog, row);
};

const detailsText = (details: Readonly<Record<string, unknown>>): string => {
  const text = JSON.stringify(details, withoutSecrets);
  return text.length <= maxDetails
    ? text
    : JSON.stringify({ operation: details['operation'], omittedLength: text.length });
};

/** A hash is no password, but nobody who reads the log needs it. */
const withoutSecrets = (name: string, value: unknown): unknown => (/password|secret/i.test(name) ? '…' : value);

const factsOf = async (batch: Batch, { needs }: Task<unknown>) => {
  if (needs === undefined) return null;
  const { table, key } = needs;
  const instanceKey = table === 'process_instances' ? key : batch.owner(table, key)?.processInstanceKey;
  return instanceKey === undefined ? null : ((await batch.instance(instanceKey))?.facts ?? null);
};

/** The tenant that the answer of a task says. */
const tenantIn = (answer: unknown): string | null => {
  if (typeof answer !== 'object' || answer === null) return null;
  const { tenantId, definition } = answer as { tenantId?: unknown; definition?: { tenant_id?: unknown } };
  const told = tenantId ?? definition?.tenant_id;
  return typeof told === 'string' ? told : null;
};

/** The key of what was made, where the answer of a task is that or has it. */
const keyOf = (answer: unknown): string => {
  if (typeof answer === 'number' || typeof answer === 'string') return String(answer);
  if (typeof answer !== 'object' || answer === null) return '';
  for (const name of [
    'processInstanceKey',
    'key',
    'messageKey',
    'signalKey',
    'evaluationKey',
    'deploymentKey',
    'token_id',
  ])
    if (name in answer) return String((answer as Record<string, unknown>)[name]);
  return '';
};
