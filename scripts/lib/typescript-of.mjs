// @ts-check
// Says a JSON Schema of the API's description as a TypeScript type.

/** @typedef {Readonly<Record<string, any>>} Schema */

/** @param {string} name */
const property = (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);

/** @param {string | undefined} text */
export const docComment = (text) => (text === undefined ? '' : `/** ${text.replaceAll('*/', '* /')} */\n`);

/** @param {Schema} schema */
const isCondition = (schema) =>
  schema['type'] === 'object' &&
  Object.keys(schema['properties'] ?? {}).length > 0 &&
  Object.keys(schema['properties']).every((name) => /^\$(?!or$)/.test(name));

/**
 * The type of a schema. Named parts become references to types of the same name; what is said nowhere is `unknown`.
 *
 * @param {Schema | boolean | undefined} schema
 * @param {(name: string) => string} [reference] how a named part is called
 * @returns {string}
 */
export const typeScriptOf = (schema, reference = (name) => name) => {
  const of = (/** @type {Schema | undefined} */ part) => typeScriptOf(part, reference);
  if (schema === undefined || schema === true) return 'unknown';
  if (schema === false) return 'never';
  if (typeof schema['$ref'] === 'string') return reference(schema['$ref'].split('/').at(-1) ?? '');
  if (schema['const'] !== undefined) return JSON.stringify(schema['const']);
  // A search that sorts by nothing.
  if (schema['enum']?.length === 0) return 'never';
  if (Array.isArray(schema['enum'])) return union(schema['enum'].map((value) => JSON.stringify(value)));
  const alternatives = schema['anyOf'] ?? schema['oneOf'];
  if (alternatives !== undefined) return conditionOf(alternatives, of) ?? union(alternatives.map(of));
  if (schema['allOf'] !== undefined)
    return schema['allOf'].map((/** @type {Schema} */ part) => `(${of(part)})`).join(' & ');
  if (Array.isArray(schema['type'])) return union(schema['type'].map((type) => of({ ...schema, type })));
  switch (schema['type']) {
    case 'string':
      return 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'null':
      return 'null';
    case 'array':
      return `readonly (${of(schema['items'])})[]`;
    case 'object':
      return objectOf(schema, of);
    default:
      return 'unknown';
  }
};

/** @param {readonly string[]} types */
const union = (types) => {
  // A text of its own beside any text says nothing more.
  const isSaid = (/** @type {string} */ type) => types.includes('string') && type.startsWith('"');
  const distinct = [...new Set(types)].filter((type) => !isSaid(type));
  // Numbers may come as text, and keys as numbers; saying the first way is enough.
  const values = distinct.filter((type) => type !== 'null');
  if (values.length === 2 && values.includes('number') && values.includes('string'))
    return distinct.filter((type) => type !== values[1]).join(' | ');
  return distinct.includes('unknown') ? 'unknown' : distinct.map((type) => `(${type})`).join(' | ');
};

/**
 * A value or operators for it, as the filters of searches take it; null for anything else.
 *
 * @param {readonly Schema[]} alternatives
 * @param {(schema: Schema) => string} of
 */
const conditionOf = ([literal, operators], of) => {
  if (literal === undefined || operators === undefined || !isCondition(operators)) return null;
  const names = Object.keys(operators['properties']).map((name) => `'${name}'`);
  return `Condition<${of(literal)}, ${names.join(' | ')}>`;
};

/**
 * @param {Schema} schema
 * @param {(schema: Schema) => string} of
 */
const objectOf = ({ properties = {}, required = [], additionalProperties }, of) => {
  const fields = Object.entries(properties).map(
    ([name, part]) =>
      `${docComment(part.description)}readonly ${property(name)}${required.includes(name) ? '' : '?'}: ${of(part)};\n`,
  );
  if (fields.length > 0) return `{\n${fields.join('')}}`;
  if (additionalProperties === false) return 'Record<never, never>';
  return `Readonly<Record<string, ${typeof additionalProperties === 'object' ? of(additionalProperties) : 'unknown'}>>`;
};
