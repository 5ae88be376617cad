import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { auditLog } from '../../store/tables/audit-log.ts';
import type { Clock } from '../clock.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Task } from '../task.ts';

/** Something that matters for security and is no command: a login, or a request that was refused. */
export interface SecurityEvent {
  readonly what: 'login' | 'logout' | 'access-token' | 'refused';
  readonly isSuccess: boolean;
  readonly actorType: 'ANONYMOUS' | 'CLIENT' | 'USER';
  readonly actorId: string | null;
  /** Where the request came from. */
  readonly address: string;
  /** Of a refused request: its operation. */
  readonly operation?: string;
  /** Why it was refused, in a word. */
  readonly code?: string;
}

/** Writes security events to the audit log, in the background: who is refused need not wait for it. */
export interface SecurityLog {
  record(event: SecurityEvent): void;
}

/** Of a flood so many are kept each second; the rest is counted. */
const maxPerSecond = 50;

export const createSecurityLog = (
  pipeline: Pick<Pipeline, 'submit'>,
  clock: Pick<Clock, 'nowMs'>,
  log: Logger,
): SecurityLog => {
  let second = 0;
  let inSecond = 0;
  let omitted = 0;
  return {
    record: (event) => {
      const now = Math.floor(clock.nowMs() / 1_000);
      if (now !== second) [second, inSecond] = [now, 0];
      inSecond += 1;
      if (inSecond > maxPerSecond) {
        omitted += 1;
        return;
      }
      const before = omitted;
      omitted = 0;
      pipeline.submit(eventTask(event, before)).catch((error: unknown) => {
        log.warn({ err: error, what: event.what, actorId: event.actorId }, 'a security event could not be stored');
      });
    },
  };
};

const eventTask = (event: SecurityEvent, omitted: number): Task<null> => ({
  name: 'security-event',
  run: async (batch) => {
    const { what, isSuccess, actorType, actorId, address, operation, code } = event;
    batch.changes.insert(auditLog, {
      key: await batch.services.keys.take(),
      at_ms: batch.nowMs,
      category: 'ADMIN',
      entity_type: actorType === 'CLIENT' ? 'CLIENT' : 'USER',
      operation_type: 'UNKNOWN',
      entity_key: actorId ?? '',
      actor_type: actorType,
      actor_id: actorId,
      result: isSuccess ? 'SUCCESS' : 'FAIL',
      tenant_id: null,
      command_id: randomUUID(),
      process_id: null,
      definition_key: null,
      process_instance_key: null,
      element_instance_key: null,
      job_key: null,
      user_task_key: null,
      related_type: null,
      related_key: null,
      // JSON: whatever a caller sends as a name, a line of the log stays a line.
      details: JSON.stringify({
        event: what,
        address,
        operation,
        code,
        ...(omitted > 0 ? { omittedBefore: omitted } : {}),
      }),
      seal: null,
    });
    return null;
  },
});
