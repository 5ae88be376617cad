/** A property as moddle describes it. */
export interface ModdleProperty {
  readonly name: string;
  /** `name` is with prefix: `bpmn:name`. */
  readonly ns?: { readonly name: string };
  readonly isId?: boolean;
  readonly isMany?: boolean;
  /** Its value is another element of the model, only pointed at. */
  readonly isReference?: boolean;
  /** It is the text between the tags. */
  readonly isBody?: boolean;
  /** Another property says the same. */
  readonly isVirtual?: boolean;
  readonly default?: unknown;
}

/** An element that moddle has read; only what comparing needs. */
export interface ModdleElement {
  readonly $type: string;
  readonly id?: string;
  readonly $attrs?: Readonly<Record<string, unknown>>;
  /** Of elements whose namespace is not known. */
  readonly $children?: readonly ModdleElement[];
  readonly $body?: string;
  readonly $descriptor?: { readonly isGeneric?: boolean; readonly properties?: readonly ModdleProperty[] };
  $instanceOf?(type: string): boolean;
  get?(name: string): unknown;
}

export function isModdleElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && typeof (value as { $type?: unknown }).$type === 'string';
}

/** Whether the element is of this type or of one that is a kind of it. Elements of unknown namespaces are of no type. */
export function isOfType(element: ModdleElement, type: string): boolean {
  return element.$descriptor?.isGeneric !== true && element.$instanceOf?.(type) === true;
}

/** The attributes of an element, or of one of whose namespace nothing is known, that its type does not have. */
export function foreignAttributes(element: ModdleElement): readonly (readonly [string, unknown])[] {
  const isGeneric = element.$descriptor?.isGeneric === true;
  return Object.entries(isGeneric ? element : (element.$attrs ?? {})).filter(
    ([name]) => !name.startsWith('$') && !name.startsWith('xmlns'),
  );
}

/** The properties that the element has a value for, other than its id and what holds without saying. */
export function valuesOf(element: ModdleElement): readonly (readonly [ModdleProperty, unknown])[] {
  return (element.$descriptor?.properties ?? []).flatMap((property) => {
    if (property.isVirtual === true || property.isId === true || property.name === 'id') return [];
    const value = element.get?.(property.name);
    const isEmpty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
    return isEmpty || value === property.default ? [] : [[property, value] as const];
  });
}
