import type { Task } from '../runtime/task.ts';
import { findExpiredSessions } from '../store/operations/find-identity.ts';
import { sessions } from '../store/tables/sessions.ts';
import type { SessionRow } from '../store/tables/sessions.ts';
import type { Subject } from './directory.ts';
import { secretHash } from './secrets.ts';

/** How long somebody stays signed in, milliseconds. */
export const sessionLife = {
  /** In the web app without doing anything. */
  idleMs: 2 * 3_600_000,
  /** In the web app at most. */
  webMs: 12 * 3_600_000,
  /** With an access token of a client. */
  accessMs: 3_600_000,
} as const;
/** The last use is noted at most so often, milliseconds. */
export const noteUseMs = 60_000;

export type SessionKind = 'WEB' | 'ACCESS';

/** Whether a session still holds by its times. */
export const isLive = ({ kind, seen_ms, expires_ms }: SessionRow, nowMs: number): boolean =>
  nowMs < expires_ms && (kind !== 'WEB' || nowMs - seen_ms < sessionLife.idleMs);

export interface NewSession {
  readonly secret: string;
  readonly kind: SessionKind;
  readonly subject: Subject;
  /** The API token that it was got with; null for none. */
  readonly tokenId: string | null;
  readonly nowMs: number;
}

/** Begins a session. Only the hash of its secret is stored. */
export const beginSessionTask = ({ secret, kind, subject, tokenId, nowMs }: NewSession): Task<null> => ({
  name: 'begin-session',
  run: async (batch) => {
    // Whoever comes takes away what others left.
    for (const { id_hash } of await findExpiredSessions(batch.services.database, nowMs, 100))
      batch.changes.delete(sessions, { id_hash });
    batch.changes.insert(sessions, {
      id_hash: secretHash(secret),
      kind,
      owner_type: subject.type,
      owner_id: subject.id,
      claims: JSON.stringify({ claims: subject.claims, groups: subject.groups }),
      token_id: tokenId,
      created_ms: nowMs,
      seen_ms: nowMs,
      expires_ms: nowMs + (kind === 'WEB' ? sessionLife.webMs : sessionLife.accessMs),
    });
    return null;
  },
});

/** Whose session it is. */
export const subjectOf = ({ owner_type, owner_id, claims }: SessionRow): Subject => ({
  type: owner_type as Subject['type'],
  id: owner_id,
  ...(JSON.parse(claims) as Pick<Subject, 'claims' | 'groups'>),
});

/** Notes that a session is in use, so that it does not end for idleness. */
export const noteUseTask = (idHash: string, nowMs: number): Task<null> => ({
  name: 'note-session-use',
  run: (batch) => {
    batch.changes.patch(sessions, { id_hash: idHash }, { seen_ms: nowMs });
    return Promise.resolve(null);
  },
});

/** Ends sessions. */
export const endSessionsTask = (idHashes: readonly string[]): Task<null> => ({
  name: 'end-sessions',
  run: (batch) => {
    for (const id_hash of idHashes) batch.changes.delete(sessions, { id_hash });
    batch.tell('identity', null);
    return Promise.resolve(null);
  },
});
