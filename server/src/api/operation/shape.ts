import { z } from 'zod';

/** A schema of JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Parameters by name. */
export type Fields = Readonly<Record<string, z.ZodType>>;
export type FieldsOutput<F extends Fields> = { readonly [N in keyof F]: z.output<F[N]> };

/** What zod cannot say in JSON Schema (custom checks, transforms) is described by `meta` beside it, or left open. */
const describeOwn = ({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodType;
  jsonSchema: Record<string, unknown>;
}): void => {
  if (zodSchema._zod.def.type === 'custom' && jsonSchema['type'] === undefined)
    Object.assign(jsonSchema, { type: 'object' });
};

/** The JSON Schema of what a zod type takes (`input`) or gives (`output`). */
export const jsonSchemaOf = (type: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, {
    io,
    unrepresentable: 'any',
    override: describeOwn,
  }) as Record<string, unknown>;
  return schema;
};
