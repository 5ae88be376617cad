import { ok } from '../../failure.ts';
import { setOwn } from '../../feel/to-json.ts';
import { children, type ModdleElement } from '../../model/moddle.ts';
import { nameOf, report, type DmnContext } from '../dmn-context.ts';
import { fitType } from '../fit-type.ts';
import { inside, type Boxed } from '../run.ts';

/** A table of expressions: the list of its rows, each a context by column name (DMN 1.5, 10.2.1). */
export const compileRelation = (element: ModdleElement, what: string, context: DmnContext): Boxed => {
  const columns = children(element, 'column').map((column, index) => {
    const name = nameOf(column);
    if (name === undefined) {
      report(
        context,
        column,
        'missing-property',
        `expected column ${index + 1} of ${what} to have a name, found none. Name it.`,
      );
    }
    return {
      name: name ?? '',
      type: context.typeOf(column, context),
    };
  });
  const rows = children(element, 'row').map((row, index) => {
    const cells = children(row, 'elements');
    if (cells.length !== columns.length) {
      report(
        context,
        row,
        'invalid-property',
        `expected row ${index + 1} of ${what} to have ${columns.length} cells, found ${cells.length}. Complete it.`,
      );
    }
    return cells.map((cell) => context.boxed(cell, `row ${index + 1} of ${what}`, context));
  });
  return {
    evaluate: (scope) => {
      const here = inside(scope, new Map());
      const result: Record<string, unknown>[] = [];
      for (const [index, row] of rows.entries()) {
        const values: Record<string, unknown> = {};
        for (const [at, { name, type }] of columns.entries()) {
          const found = row[at]?.evaluate(here) ?? ok(null);
          if (!found.ok) return found;
          const fitted = fitType(found.value, type, `'${name}' in row ${index + 1} of ${what}`, here);
          if (!fitted.ok) return fitted;
          setOwn(values, name, fitted.value);
        }
        result.push(values);
      }
      return ok(result);
    },
  };
};
