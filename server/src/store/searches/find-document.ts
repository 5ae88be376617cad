import { defaultTenant } from '../../default-tenant.ts';
import type { Database } from '../database.ts';
import type { DocumentRow } from '../tables/documents.ts';

/** The document that a tenant calls so, also one that is not complete or has expired; null when there is none. */
export const findNamedDocument = async (
  database: Database,
  tenantId: string,
  id: string,
): Promise<DocumentRow | null> => {
  // NUL is no character of an id, and PostgreSQL would not take it.
  if (id.includes('\u0000')) return null;
  const column = tenantId === defaultTenant ? 'id' : 'public_id';
  const [row] = await database.rows<DocumentRow>(`SELECT * FROM documents WHERE ${column} = ? AND tenant_id = ?`, [
    id,
    tenantId,
  ]);
  return row ?? null;
};

/** The same by the id under which it is stored. */
export const findDocument = async (database: Database, id: string): Promise<DocumentRow | null> => {
  const [row] = await database.rows<DocumentRow>('SELECT * FROM documents WHERE id = ?', [id]);
  return row ?? null;
};

/** The bytes of a document. Throws where pieces are missing. */
export const readDocument = async (database: Database, { id, size }: DocumentRow): Promise<Buffer> => {
  const chunks = await database.rows<{ content: string }>(
    'SELECT content FROM document_chunks WHERE document_id = ? ORDER BY position',
    [id],
  );
  const bytes = Buffer.concat(chunks.map(({ content }) => Buffer.from(content, 'base64')));
  if (bytes.length !== size) throw new Error(`Expected document '${id}' to have ${size} bytes, found ${bytes.length}.`);
  return bytes;
};

/** Ids of documents whose time is over, those that are over longest first. */
export const findExpiredDocuments = async (database: Database, nowMs: number, limit: number): Promise<string[]> => {
  const rows = await database.rows<{ id: string }>(
    'SELECT id FROM documents WHERE expires_ms <= ? ORDER BY expires_ms LIMIT ?',
    [nowMs, limit],
  );
  return rows.map(({ id }) => id);
};
