import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { declaredOperations } from '../../src/api/api-description.ts';
import { jsonSchemaOf } from '../../src/api/operation/shape.ts';
import type { JsonSchema } from '../../src/api/operation/shape.ts';
import { misfits } from './answers-fit.ts';
import { accepted, unknownToClient } from './accepted-misfits.ts';

/** The schemas by which the client checks answers, by name. It does not export them: they are in a file that it loads by itself. */
const clientSchemas = async (): Promise<Readonly<Record<string, z.ZodType>>> => {
  const folder = new URL('./', import.meta.resolve('@camunda8/orchestration-cluster-api'));
  const file = readdirSync(fileURLToPath(folder)).find((name) => /^zod\.gen-\w+\.js$/.test(name));
  return (await import(new URL(file!, folder).href)) as Readonly<Record<string, z.ZodType>>;
};

const operations = declaredOperations().filter(({ path, answer }) => path.startsWith('/v2/') && answer.kind === 'json');
let schemas: Awaited<ReturnType<typeof clientSchemas>>;
beforeAll(async () => {
  schemas = await clientSchemas();
});
const schemaOf = (id: string): z.ZodType | undefined => schemas[`z${id.charAt(0).toUpperCase()}${id.slice(1)}Response`];

const misfitsOf = ({ id, answer }: (typeof operations)[number]): string[] => {
  const schema = schemaOf(id);
  if (schema === undefined || answer.kind !== 'json') return [];
  const ours = jsonSchemaOf(answer.type, 'input');
  const theirs = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }) as JsonSchema;
  return misfits({ root: ours, schema: ours }, { root: theirs, schema: theirs }).map((each) => `${id} ${each}`);
};

describe('answers, seen by the newest cluster client at its strictest', () => {
  it('should be checked wherever the client knows the operation', () => {
    const unknown = operations.map(({ id }) => id).filter((id) => schemaOf(id) === undefined);
    expect(unknown.sort()).toEqual([...unknownToClient].sort());
  });

  it('should never be more than the client takes, except for what has a reason', () => {
    const found = operations.flatMap(misfitsOf);
    const field = (misfit: string): string => misfit.slice(misfit.lastIndexOf('.') + 1);
    expect(found.filter((misfit) => !Object.hasOwn(accepted, field(misfit)))).toEqual([]);
    // Nothing is accepted that does not happen, and so nothing is compared with nothing.
    expect([...new Set(found.map(field))].sort()).toEqual(Object.keys(accepted).sort());
  });

  it('should be taken as the examples show them', () => {
    const refused = operations.flatMap(({ id, example }) => {
      const read = schemaOf(id)?.safeParse(example.answer);
      return read?.success === false ? [`${id}: ${read.error.message}`] : [];
    });
    expect(refused).toEqual([]);
  });
});
