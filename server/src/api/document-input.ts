import { z } from 'zod';
import type { NewDocument } from '../runtime/documents/store-document.ts';
import { Refusal } from '../runtime/refusal.ts';
import { key, readDate, readItem, text, variables } from './input.ts';
import type { Upload, Uploads } from './operation/body-kinds.ts';

const anyType = 'application/octet-stream';
/** A content type that can be sent as a header: type, subtype, parameters. */
const contentType = text(200).regex(
  /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;\s*[\w!#$&^.+-]+=("[\w !#$&^.+:/-]*"|[\w!#$&^.+-]+))*$/,
  'must be a content type such as text/plain',
);
const fileName = text(1_000).min(1);
const properties = variables.refine(
  (given) => JSON.stringify(given).length <= 10_000,
  'must be at most 10,000 characters as JSON',
);

/** What may be said of a document beside its bytes. */
export const documentMetadata = z.strictObject({
  contentType: contentType.nullish(),
  fileName: fileName.nullish(),
  expiresAt: z
    .string()
    .refine((value) => readDate(value) !== null, 'must be a date-time with offset such as 2030-01-31T10:00:00Z')
    .nullish(),
  /** Taken for granted: the bytes are counted. */
  size: z.number().int().min(0).nullish(),
  processDefinitionId: text(256).nullish(),
  processInstanceKey: key.nullish(),
  customProperties: properties.nullish(),
});

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    throw new Refusal(
      'INVALID_ARGUMENT',
      `Expected the metadata of a document to be JSON, found text that does not parse.`,
    );
  }
};

/** Texts of all parts of a name; some clients send JSON as a file. */
const textsOf = ({ files, fields }: Uploads, part: string): readonly string[] => {
  const given = fields[part];
  return [
    ...(given === undefined ? [] : [given].flat()),
    ...files.filter((file) => file.part === part).map(({ content }) => content.toString('utf8')),
  ];
};

/** The files of an upload. Some clients send text without a name, as a field. */
export const filesOf = (uploads: Uploads, part: string): readonly Upload[] => {
  const given = uploads.fields[part];
  const fields = given === undefined ? [] : [given].flat();
  return [
    ...uploads.files.filter((file) => file.part === part),
    ...fields.map((each) => ({ name: '', content: Buffer.from(each), part, contentType: 'text/plain' })),
  ];
};

/** What is said of the only file; empty where nothing is. */
export const readMetadata = (uploads: Uploads): unknown => {
  const [given] = textsOf(uploads, 'metadata');
  return given === undefined ? {} : parsed(given);
};

/** What is said of each of several files, in their order: one JSON list, or a part for each. Throws where there are fewer or more than files. */
export const readMetadataList = (uploads: Uploads, files: number): readonly unknown[] => {
  const given = textsOf(uploads, 'metadataList').map(parsed);
  const [first] = given;
  const list: readonly unknown[] = given.length === 1 && Array.isArray(first) ? first : given;
  if (list.length > 0 && list.length !== files) {
    throw new Refusal(
      'INVALID_ARGUMENT',
      `Expected metadataList to have one entry for each of ${files} files, found ${list.length}. Leave it out, or complete it.`,
    );
  }
  return list;
};

/** A document from what came in. Answers INVALID_ARGUMENT where its metadata is wrong. */
export const newDocument = (
  tenantId: string,
  id: string | null,
  file: Upload,
  described: unknown,
  nowMs: number,
): NewDocument | Refusal => {
  const read = readItem(described ?? {}, documentMetadata);
  if (read instanceof Refusal) return read;
  const expiresMs = read.expiresAt == null ? null : readDate(read.expiresAt);
  if (expiresMs !== null && expiresMs <= nowMs)
    return new Refusal('INVALID_ARGUMENT', `Expected expiresAt to be in the future, found ${read.expiresAt}.`);
  const said = contentType.safeParse(file.contentType);
  const called = fileName.safeParse(file.name);
  return {
    tenantId,
    id,
    fileName: read.fileName ?? (called.success ? called.data : 'document'),
    contentType: read.contentType ?? (said.success ? said.data : anyType),
    content: file.content,
    properties: JSON.stringify(read.customProperties ?? {}),
    processId: read.processDefinitionId ?? null,
    processInstanceKey: read.processInstanceKey ?? null,
    expiresMs,
  };
};
