import { fail, ok, type Result } from '../../failure.ts';
import { child, text, type ModdleElement } from '../../model/moddle.ts';
import { report, type DmnContext } from '../dmn-context.ts';
import { isContext } from '../fit-type.ts';
import { inside, type Boxed, type Scope } from '../run.ts';

/** `for`, `some` and `every` over a list, each item under a name (DMN 1.5, 10.2.1). `partial` are the results so far. */
export const compileIteration = (element: ModdleElement, what: string, context: DmnContext): Boxed => {
  const name = text(element, 'iteratorVariable')?.replace(/\s+/g, ' ');
  if (name === undefined) {
    report(
      context,
      element,
      'missing-property',
      `expected ${what} to name the variable of its iteration, found none. Name it.`,
    );
  }
  const isFor = element.$type === 'dmn:For';
  const list = context.boxed(child(child(element, 'in'), 'value'), `'in' of ${what}`, context);
  const part = isFor ? 'return' : 'satisfies';
  const body = context.boxed(child(child(element, part), 'value'), `'${part}' of ${what}`, context);
  const stopsAt = element.$type === 'dmn:Some';
  return {
    evaluate: (scope) => {
      const items = itemsOf(list, scope, what);
      if (!items.ok) return items;
      const results: unknown[] = [];
      for (const item of items.value) {
        const found = body.evaluate(
          inside(
            scope,
            new Map<string, unknown>([[name ?? '', item], ...(isFor ? [['partial', results] as const] : [])]),
          ),
        );
        if (!found.ok) return found;
        if (!isFor && (found.value === true) === stopsAt) return ok(stopsAt);
        results.push(found.value);
      }
      return ok(isFor ? results : !stopsAt);
    },
  };
};

/** The items of a list for which `match` holds; it sees `item` and the entries of an item that is a context (DMN 1.5, 10.2.1). */
export const compileFilter = (element: ModdleElement, what: string, context: DmnContext): Boxed => {
  const list = context.boxed(child(child(element, 'in'), 'value'), `'in' of ${what}`, context);
  const match = context.boxed(child(child(element, 'match'), 'value'), `'match' of ${what}`, context);
  return {
    evaluate: (scope) => {
      const items = itemsOf(list, scope, what);
      if (!items.ok) return items;
      const kept: unknown[] = [];
      for (const item of items.value) {
        const names = new Map<string, unknown>(isContext(item) ? Object.entries(item) : []);
        if (!names.has('item')) names.set('item', item);
        const found = match.evaluate(inside(scope, names));
        if (!found.ok) return found;
        // A number is the place of the one item that is wanted, from the end when it is negative.
        if (typeof found.value === 'number')
          return ok(items.value.at(found.value > 0 ? found.value - 1 : found.value) ?? null);
        if (found.value === true) kept.push(item);
      }
      return ok(kept);
    },
  };
};

/** What an iteration goes over: a list, or one value as a list of it. */
const itemsOf = (list: Boxed, scope: Scope, what: string): Result<readonly unknown[], string> => {
  const found = list.evaluate(inside(scope, new Map()));
  if (!found.ok) return found;
  if (found.value === null) return fail(`Expected a list to go through in ${what}, found null. Set what 'in' reads.`);
  return ok(Array.isArray(found.value) ? (found.value as unknown[]) : [found.value]);
};
