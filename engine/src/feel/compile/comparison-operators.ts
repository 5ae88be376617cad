import type { Run } from '../run.ts';
import { equals, order } from '../values/compare.ts';
import { NotExecutable } from './compiler.ts';

type Test = (run: Run, a: unknown, b: unknown) => boolean | null;

/** The comparison that an operator stands for. */
export const testOf = (operator: string): Test => {
  switch (operator) {
    case '=':
      return equals;
    case '!=':
      return (run, a, b) => negated(equals(run, a, b));
    case '<':
      return ordered((result) => result < 0);
    case '<=':
      return ordered((result) => result <= 0);
    case '>':
      return ordered((result) => result > 0);
    case '>=':
      return ordered((result) => result >= 0);
    default:
      throw new NotExecutable(`Expected one of = != < <= > >=, found '${operator}'.`);
  }
};

const ordered =
  (accept: (result: number) => boolean): Test =>
  (run, a, b) => {
    const result = order(run, a, b);
    return result === null ? null : accept(result);
  };

const negated = (value: boolean | null): boolean | null => (value === null ? null : !value);
