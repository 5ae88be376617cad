import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '../../store/database.ts';
import { meta } from '../../store/tables/meta.ts';
import type { Runtime } from '../create-runtime.ts';
import { Refusal } from '../refusal.ts';
import type { Task } from '../task.ts';

const keyName = 'document-link-key';

const findKey = async (database: Database): Promise<string | null> => {
  const [row] = await database.rows<{ value: string }>('SELECT value FROM meta WHERE name = ?', [keyName]);
  return row?.value ?? null;
};

/** The key that links are signed by: made by the first who needs it, and the same for all servers on the database. */
const keyTask: Task<string> = {
  name: 'document-link-key',
  run: async (batch) => {
    const pending = batch.changes.pending(meta, { name: keyName });
    const known = pending === undefined ? await findKey(batch.services.database) : (pending.row['value'] as string);
    if (known !== null) return known;
    const value = randomBytes(32).toString('base64');
    batch.changes.insert(meta, { name: keyName, value });
    return value;
  },
};

/** What is signed: nobody can use the link of one document for another one, for other bytes, or for longer. */
const signatureOf = (key: string, documentId: string, contentHash: string, expiresMs: number): Buffer =>
  createHmac('sha256', Buffer.from(key, 'base64'))
    .update(JSON.stringify([documentId, contentHash, expiresMs]))
    .digest();

/** The signature of a link that serves a document to whoever has it, up to a time. Nothing is stored of a link. */
export const signDocumentLink = async (
  { database, pipeline }: Pick<Runtime, 'database' | 'pipeline'>,
  documentId: string,
  contentHash: string,
  expiresMs: number,
): Promise<string> => {
  const key = (await findKey(database)) ?? (await pipeline.submit(keyTask));
  return signatureOf(key, documentId, contentHash, expiresMs).toString('base64url');
};

/** Throws FORBIDDEN unless the signature is ours. Whether the time is over is not looked at. */
export const checkDocumentLink = async (
  database: Database,
  documentId: string,
  contentHash: string,
  expiresMs: number,
  signature: string,
): Promise<void> => {
  const key = await findKey(database);
  const given = Buffer.from(signature, 'base64url');
  const right = key === null ? null : signatureOf(key, documentId, contentHash, expiresMs);
  if (right === null || given.length !== right.length || !timingSafeEqual(given, right))
    throw new Refusal(
      'FORBIDDEN',
      'Expected a link that was made for this document, found another one. Ask for a new link.',
    );
};
