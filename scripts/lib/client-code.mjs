// @ts-check
// Makes the generated part of the client library from the description of the API: a file for each family of operations, one for the types that they
// share, and one that puts the families together.
import { format } from 'oxfmt';
import { docComment, typeScriptOf } from './typescript-of.mjs';

/** @typedef {Readonly<Record<string, any>>} Json */
/** @typedef {{ id: string, method: string, path: string, spec: Json }} Operation */

export const generatedFolder = 'client/src/generated';

const note =
  '// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.\n';
/** Of longer files the note above is the reason. */
const maxLines = 400;

/** @param {string} id */
const pascal = (id) => id.charAt(0).toUpperCase() + id.slice(1);
/** @param {string} tag */
const camel = (tag) =>
  tag
    .split(/\W+/)
    .map((word, index) => (index === 0 ? word.toLowerCase() : pascal(word.toLowerCase())))
    .join('');
/** @param {string} tag */
const kebab = (tag) => tag.toLowerCase().replaceAll(/\W+/g, '-');
/** @param {string} name */
const typeName = (name) => (isAnyJson(name) ? 'unknown' : name);
/** What zod names by itself is JSON of any kind, which refers to itself. @param {string} name */
const isAnyJson = (name) => name.startsWith('__');

/** @param {Json} document an OpenAPI document @returns {Operation[]} */
const operationsOf = (document) =>
  Object.entries(document['paths']).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, spec]) => ({
      id: spec.operationId,
      method: method.toUpperCase(),
      path,
      spec,
    })),
  );

/** Repeating it does no harm although it changes something: the same files again keep their version. */
const harmless = new Set(['createDeployment']);

/** @param {Operation} operation */
const isSafe = ({ id, method, path }) =>
  harmless.has(id) || ['GET', 'PUT'].includes(method) || /\/(search|validation)$|\/statistics\//.test(path);

/** @param {Operation} operation @param {'path' | 'query'} where */
const parametersOf = ({ spec }, where) => spec['parameters'].filter((/** @type {Json} */ each) => each['in'] === where);

/** @param {Operation} operation @returns {Json | undefined} */
const jsonBody = ({ spec }) => spec['requestBody']?.content['application/json']?.schema;
/** @param {Operation} operation */
const isUpload = ({ spec }) => spec['requestBody']?.content['multipart/form-data'] !== undefined;

/** @param {Operation} operation the answer of success: its type, and how it is read */
const answerOf = ({ spec }) => {
  const { 200: ok, 201: made, 204: none } = spec['responses'];
  const content = (ok ?? made)?.content ?? {};
  const [contentType] = Object.keys(content);
  if (contentType === undefined) return { type: 'void', kind: 'nothing' };
  if (contentType === 'text/event-stream') return null;
  if (contentType === 'application/json') {
    const type = typeScriptOf(content[contentType].schema, typeName);
    return { type: none === undefined ? type : `(${type}) | null`, kind: 'json' };
  }
  return contentType.startsWith('text/') ? { type: 'string', kind: 'text' } : { type: 'Uint8Array', kind: 'bytes' };
};

/** @param {Operation} operation */
const inputOf = (operation) => {
  const fields = [...parametersOf(operation, 'path'), ...parametersOf(operation, 'query')];
  const own = fields.map(
    ({ name, required, schema }) => `readonly ${name}${required ? '' : '?'}: ${typeScriptOf(schema, typeName)};\n`,
  );
  const body = jsonBody(operation);
  const taken = new Set(Object.keys(body?.['properties'] ?? {}));
  const twice = fields.find(({ name }) => taken.has(name));
  if (twice !== undefined)
    throw new Error(
      `Expected ${operation.id} to name its fields differently, found '${twice.name}' in its address and in its body.`,
    );
  const parts = [];
  if (own.length > 0) parts.push(`{\n${own.join('')}}`);
  if (body !== undefined) parts.push(typeScriptOf(body, typeName));
  if (isUpload(operation)) parts.push('Upload');
  return parts.length === 0 ? null : parts.join(' & ');
};

/** Whether a call needs no input at all. @param {Operation} operation */
const needsNothing = (operation) =>
  !isUpload(operation) &&
  operation.spec['requestBody']?.required !== true &&
  parametersOf(operation, 'path').length === 0 &&
  parametersOf(operation, 'query').every((/** @type {Json} */ each) => !each['required']);

/** @param {Operation} operation */
const described = ({ method, path, spec }) =>
  docComment(`${spec['summary']}. ${spec['description'] ?? ''} \`${method} ${path}\``.replaceAll(/\s+/g, ' '));

/** @param {string} tag @param {readonly Operation[]} operations @param {readonly string[]} shared */
const familyFile = (tag, operations, shared) => {
  const types = [];
  const methods = [];
  const table = [];
  for (const operation of operations) {
    const answer = answerOf(operation);
    // Events have no end; they are read by `watchChanges`, which is written by hand.
    if (answer === null) continue;
    const { id, method, path, spec } = operation;
    const input = inputOf(operation);
    if (input !== null) types.push(`export type ${pascal(id)}Input = ${input};\n`);
    if (answer.kind === 'json') types.push(`export type ${pascal(id)}Answer = ${answer.type};\n`);
    const given = input === null ? '' : `input${needsNothing(operation) ? '?' : ''}: ${pascal(id)}Input, `;
    const result = answer.kind === 'json' ? `${pascal(id)}Answer` : answer.type;
    methods.push(`${described(operation)}${id}(${given}options?: CallOptions): Promise<${result}>;\n`);
    const query = parametersOf(operation, 'query').map((/** @type {Json} */ each) => each['name']);
    const body = isUpload(operation) ? 'upload' : jsonBody(operation) === undefined ? undefined : 'json';
    const entry = {
      method,
      path,
      query: query.length === 0 ? undefined : query,
      body,
      answer: answer.kind,
      hasNoInput: input === null || undefined,
      isRepeatable: JSON.stringify(spec['parameters']).includes('"Idempotency-Key"') || undefined,
      isSafe: isSafe(operation) || undefined,
    };
    table.push(`${id}: ${JSON.stringify(entry)},\n`);
  }
  if (methods.length === 0) return null;
  const name = pascal(camel(tag));
  const text = `${types.join('\n')}
/** ${tag}. */
export interface ${name} {
${methods.join('')}}

export const ${camel(tag)}Operations = {
${table.join('')}} as const satisfies Readonly<Record<keyof ${name}, OperationEntry>>;
`;
  const used = shared.filter((each) => new RegExp(`\\b${each}\\b`).test(text.replaceAll(/\/\*\*.*?\*\//gs, '')));
  const handWritten = ['CallOptions', 'OperationEntry', 'Upload', 'Condition'].filter((each) =>
    new RegExp(`\\b${each}\\b`).test(text),
  );
  return `${note}
import type { ${handWritten.join(', ')} } from '../operation-entry.ts';
${used.length === 0 ? '' : `import type { ${used.join(', ')} } from './schemas.ts';\n`}
${text}`;
};

/** @param {readonly string[]} tags */
const familiesFile = (tags) => `${note}\n${tags
  .map(
    (tag) =>
      `import { ${camel(tag)}Operations } from './${kebab(tag)}.ts';\nimport type { ${pascal(camel(tag))} } from './${kebab(tag)}.ts';\n`,
  )
  .join('')}
/** The operations of the API by family. */
export interface Families {
${tags.map((tag) => `readonly ${camel(tag)}: ${pascal(camel(tag))};\n`).join('')}}

export const families = {
${tags.map((tag) => `${camel(tag)}: ${camel(tag)}Operations,\n`).join('')}} as const;
`;

/**
 * The generated files by their names.
 *
 * @param {Json} document the OpenAPI document of the server
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
export const clientCode = async (document) => {
  const operations = operationsOf(document);
  const schemas = Object.entries(document['components'].schemas).filter(([name]) => !isAnyJson(name));
  const names = schemas.map(([name]) => name);
  /** @type {Map<string, string>} */
  const files = new Map();
  files.set(
    'schemas.ts',
    `${note}\n` +
      schemas
        .map(
          ([name, schema]) =>
            `${docComment(schema.description)}export type ${name} = ${typeScriptOf(schema, typeName)};\n`,
        )
        .join('\n'),
  );
  const tags = [];
  for (const tag of new Set(operations.map(({ spec }) => spec['tags'][0]))) {
    const own = operations.filter(({ spec }) => spec['tags'][0] === tag);
    const text = familyFile(tag, own, names);
    if (text === null) continue;
    tags.push(tag);
    files.set(`${kebab(tag)}.ts`, text);
  }
  files.set('families.ts', familiesFile(tags));
  for (const [name, text] of files) {
    const { code: formatted, errors } = await format(name, text, { printWidth: 120, singleQuote: true });
    if (errors.length > 0) throw new Error(`Expected ${name} to be TypeScript: ${errors[0]?.message}`);
    const isLong = formatted.split('\n').length > maxLines;
    files.set(name, isLong ? formatted.replace('\n', '\n/* oxlint-disable max-lines */\n') : formatted);
  }
  return files;
};
