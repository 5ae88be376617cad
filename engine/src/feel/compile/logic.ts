import { nullBecause } from '../run.ts';
import { describe } from '../values/kind.ts';
import { child, type CompileNode } from './compiler.ts';

/** `a and b` with three values: false wins, else unknown. The right side is not evaluated after false. DMN 1.5, table 50. */
export const conjunction: CompileNode = (compiler, node, levels) => {
  const a = compiler.compile(child(node, 0), levels);
  const b = compiler.compile(child(node, 2), levels);
  return (run, scope) => {
    const left = a(run, scope);
    if (left === false) return false;
    const right = b(run, scope);
    if (right === false) return false;
    if (left === true && right === true) return true;
    return nullBecause(run, () => `${describe(left)} and ${describe(right)} are not both true or false`);
  };
};

/** `a or b` with three values: true wins, else unknown. */
export const disjunction: CompileNode = (compiler, node, levels) => {
  const a = compiler.compile(child(node, 0), levels);
  const b = compiler.compile(child(node, 2), levels);
  return (run, scope) => {
    const left = a(run, scope);
    if (left === true) return true;
    const right = b(run, scope);
    if (right === true) return true;
    if (left === false && right === false) return false;
    return nullBecause(run, () => `${describe(left)} or ${describe(right)} is neither true nor false`);
  };
};

/** `if c then a else b`: anything but true takes the second way. */
export const conditional: CompileNode = (compiler, node, levels) => {
  const condition = compiler.compile(child(node, 1), levels);
  const yes = compiler.compile(child(node, 3), levels);
  const no = compiler.compile(child(node, 5), levels);
  return (run, scope) => (condition(run, scope) === true ? yes(run, scope) : no(run, scope));
};
