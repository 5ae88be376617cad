import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apiDescription } from '../../src/api/api-description.ts';
import type { JsonSchema } from '../../src/api/operation/shape.ts';
import { absentOperations, absentParts } from './absent-operations.ts';
import { DescribedShapes } from './described-shape.ts';
import { readAnswers, readRequest } from './read-shape.ts';
import type { Shape } from './read-shape.ts';

interface WithContent {
  readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>;
}
interface DescribedOperation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: WithContent;
  readonly responses: Readonly<Record<string, WithContent>>;
}

const document = apiDescription();
const paths = document.paths as Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
const shapes = new DescribedShapes(document);

/** Method, path, id, request, answer, version and priority of every operation of Camunda 8, see `read-shape.ts`. */
const rows = readFileSync(new URL('./camunda-operations.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [method = '', path = '', id = '', request = '', answer = ''] = line.split('\t');
    return { id, request, answer, described: paths[path]?.[method.toLowerCase()] };
  });

const schemaOf = ({ content = {} }: WithContent): JsonSchema | undefined =>
  (content['application/json'] ?? content['multipart/form-data'])?.schema;

/** The fields of a shape that a schema lacks. Of sorts the fields by which one may sort count. */
const lackingIn = (schema: JsonSchema | undefined, shape: Shape, where: string): string[] =>
  [...shape].flatMap(([name, inner]) => {
    if (!shapes.fieldsOf(schema).has(name)) return [`${where}${name}`];
    const field = shapes.field(schema, name);
    const known = name === 'sort' ? shapes.valuesOf(shapes.field(field, 'field')) : shapes.fieldsOf(field);
    return [...(inner ?? [])].filter((each) => known?.has(each) !== true).map((each) => `${where}${name}.${each}`);
  });

const lackingOf = ({ id, request, answer }: (typeof rows)[number], described: DescribedOperation): string[] => {
  const { bodies, query } = readRequest(request);
  const lacking = [
    ...(described.operationId === id ? [] : [`its id, which is ${described.operationId}`]),
    ...query
      .filter((name) => !described.parameters.some((each) => each.in === 'query' && each.name === name))
      .map((name) => `?${name}`),
    ...bodies.flatMap((shape) => lackingIn(schemaOf(described.requestBody ?? {}), shape, '')),
    ...[...readAnswers(answer)].flatMap(([status, shape]) => {
      const response = described.responses[status];
      if (response === undefined) return [`answer ${status}`];
      return shape === null ? [] : lackingIn(schemaOf(response), shape, 'answer ');
    }),
  ];
  return [...new Set(lacking)].map((what) => `${id}: ${what}`);
};

describe('the operations of Camunda 8', () => {
  it('should all be there, except for those with a reason', () => {
    const absent = rows.filter(({ described }) => described === undefined).map(({ id }) => id);
    expect(absent.sort()).toEqual(Object.keys(absentOperations).sort());
  });

  it('should take and answer what those of Camunda take and answer, except for what has a reason', () => {
    const lacking = rows.flatMap((row) => (row.described === undefined ? [] : lackingOf(row, row.described)));
    expect(lacking.sort()).toEqual(Object.keys(absentParts).sort());
  });

  it('should be missed with the reason that people are told', () => {
    const page = readFileSync(new URL('../../../docs/camunda-clients.md', import.meta.url), 'utf8');
    for (const reason of Object.values(absentOperations)) expect(page).toContain(`| ${reason} |`);
  });

  it('should not be compared with nothing', () => {
    expect(rows.length).toBeGreaterThan(230);
    const row = rows.find(({ id }) => id === 'searchIncidents')!;
    const narrowed = { ...row.described!, responses: {}, requestBody: {} };
    expect(lackingOf(row, narrowed)).toEqual(
      expect.arrayContaining(['searchIncidents: filter', 'searchIncidents: answer 200']),
    );
    const { requestBody } = paths['/v2/users/search']!.post!;
    expect(lackingOf(row, { ...row.described!, requestBody: requestBody! })).toContain(
      'searchIncidents: filter.errorType',
    );
  });
});
