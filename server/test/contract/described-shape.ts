import type { JsonSchema } from '../../src/api/operation/shape.ts';

type Properties = Readonly<Record<string, JsonSchema>>;

/** Looks into the schemas of an OpenAPI document. */
export class DescribedShapes {
  readonly #schemas: Properties;

  constructor(document: JsonSchema) {
    this.#schemas = (document.components as { readonly schemas: Properties }).schemas;
  }

  /** The names of the fields of a schema: of a list those of its items, of a choice those of all that it may be. */
  fieldsOf(schema: JsonSchema | undefined): ReadonlySet<string> {
    return new Set(this.#objects(schema).flatMap(({ properties }) => Object.keys(properties as Properties)));
  }

  /** The schemas of a field of a schema. */
  field(schema: JsonSchema | undefined, name: string): JsonSchema {
    const found = this.#objects(schema).flatMap(({ properties }) => (properties as Properties)[name] ?? []);
    return { anyOf: found };
  }

  /** The values that a text may have, null where it may have any. */
  valuesOf(schema: JsonSchema | undefined): ReadonlySet<string> | null {
    const values = this.#alternatives(schema).flatMap((each) => (each.enum as readonly string[] | undefined) ?? []);
    return values.length === 0 ? null : new Set(values);
  }

  #objects(schema: JsonSchema | undefined): JsonSchema[] {
    return this.#alternatives(schema).filter(({ properties }) => properties !== undefined);
  }

  /** Those that were met on the way are left out: any JSON is described by itself. */
  #alternatives(schema: JsonSchema | undefined, met: readonly JsonSchema[] = []): JsonSchema[] {
    if (schema === undefined || met.includes(schema)) return [];
    const way = [...met, schema];
    if (typeof schema.$ref === 'string')
      return this.#alternatives(this.#schemas[schema.$ref.replace('#/components/schemas/', '')], way);
    const inner = [schema.anyOf, schema.oneOf, schema.allOf, schema.items]
      .flatMap((each) => (each as JsonSchema | readonly JsonSchema[] | undefined) ?? [])
      .flatMap((each) => this.#alternatives(each, way));
    return [schema, ...inner];
  }
}
