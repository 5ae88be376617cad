import { children, flag, child, text, type ModdleElement } from '../model/moddle.ts';
import { nameOf, report, testsOf, type DmnContext } from './dmn-context.ts';
import { anyType, builtInType, type DmnType, type Shape } from './dmn-type.ts';

/** The item definitions of a model by name, compiled (DMN 1.5, 7.3). Problems are named after the definition that they are in. */
export const compileTypes = (definitions: ModdleElement, context: DmnContext): ReadonlyMap<string, DmnType> => {
  const types = new Map<string, DmnType>();
  const elements = children(definitions, 'itemDefinition');
  for (const element of elements) {
    const own = { ...context, owner: element };
    const name = nameOf(element);
    if (name === undefined) report(own, element, 'missing-property', 'expected a name, found none. Name the type.');
    else if (types.has(name))
      report(own, element, 'duplicate-id', `expected every type once, found '${name}' twice. Rename one.`);
    else types.set(name, compileItem(element, own, types));
  }
  // Aliases are followed only now: a type may come before the one that it is made of.
  for (const element of elements) refuseCircle(element, elements, { ...context, owner: element });
  for (const element of elements) checkReferences(element, { ...context, owner: element }, types);
  return types;
};

/** Finds a type by a `typeRef`; undefined when there is none of that name. */
export const findType = (types: ReadonlyMap<string, DmnType>, name: string): DmnType | undefined =>
  types.get(name.replace(/\s+/g, ' ')) ?? builtInType(name) ?? undefined;

const compileItem = (element: ModdleElement, context: DmnContext, types: ReadonlyMap<string, DmnType>): DmnType => ({
  name: nameOf(element) ?? '',
  isCollection: flag(element, 'isCollection', false),
  shape: shapeOf(element, context, types),
  allowed: testsOf(context, child(element, 'allowedValues'), 'the allowed values'),
  constraint: testsOf(context, child(element, 'typeConstraint'), 'the type constraint'),
});

const shapeOf = (element: ModdleElement, context: DmnContext, types: ReadonlyMap<string, DmnType>): Shape => {
  const components = children(element, 'itemComponent');
  if (components.length > 0)
    return { kind: 'structure', components: components.map((each) => compileItem(each, context, types)) };
  if (child(element, 'functionItem')) return { kind: 'function' };
  const typeRef = text(element, 'typeRef');
  return typeRef === undefined ? { kind: 'any' } : { kind: 'alias', of: () => findType(types, typeRef) ?? anyType };
};

const checkReferences = (element: ModdleElement, context: DmnContext, types: ReadonlyMap<string, DmnType>): void => {
  const typeRef = text(element, 'typeRef');
  if (typeRef !== undefined && findType(types, typeRef) === undefined) reportUnknownType(context, element, typeRef);
  for (const component of children(element, 'itemComponent')) checkReferences(component, context, types);
};

export const reportUnknownType = (context: DmnContext, element: ModdleElement, typeRef: string): void =>
  report(
    context,
    element,
    'missing-reference',
    `expected the type '${typeRef}' to be built in or defined in this file, found neither. Define it, or choose another type.`,
  );

/** A type that is nothing but itself says nothing. */
const refuseCircle = (element: ModdleElement, all: readonly ModdleElement[], context: DmnContext): void => {
  const seen = new Set<string>();
  for (let at: ModdleElement | undefined = element; at && children(at, 'itemComponent').length === 0;) {
    const name = nameOf(at) ?? '';
    if (seen.has(name)) {
      report(
        context,
        element,
        'requirement-cycle',
        `expected a type to be made of others, found that '${[...seen, name].join("' is '")}'. Break the circle.`,
      );
      return;
    }
    seen.add(name);
    const typeRef: string | undefined = text(at, 'typeRef')?.replace(/\s+/g, ' ');
    at = all.find((each) => nameOf(each) === typeRef);
  }
};
