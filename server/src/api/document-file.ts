import { readDocument } from '../store/searches/find-document.ts';
import type { Database } from '../store/database.ts';
import type { DocumentRow } from '../store/tables/documents.ts';
import type { FileContent } from './operation/answer-kinds.ts';

/** RFC 5987: what need not be escaped stays. */
const escaped = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Downloads, and is never shown by the browser as a page of ours, whatever is in it. The name is the uploader's: nothing of it can leave its header or
 * name a place.
 */
const downloadHeaders = (fileName: string): Readonly<Record<string, string>> => {
  const name = fileName.replace(/[/\\:]/g, '_').replace(/^\.+/, '_');
  const plain = name.replace(/[^\w .,+@()-]/g, '_').slice(0, 200);
  return {
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${escaped([...name].slice(0, 200).join(''))}`,
    'content-security-policy': `sandbox; default-src 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
  };
};

/** A document as it is handed out. */
export const documentFile = async (database: Database, row: DocumentRow): Promise<FileContent> => ({
  contentType: row.content_type,
  content: await readDocument(database, row),
  headers: downloadHeaders(row.file_name),
});
