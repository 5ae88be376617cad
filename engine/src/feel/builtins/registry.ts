import { FeelFunction } from 'feelin';
import { spend } from '../fuel.ts';
import { nullBecause, type Run } from '../run.ts';
import { describe } from '../values/kind.ts';
import { bind, type Arguments, type Builtin } from './define.ts';
import { contextFunctions } from './context.ts';
import { conversionFunctions } from './conversion.ts';
import { listFunctions } from './list.ts';
import { listOrderFunctions } from './list-order.ts';
import { numericFunctions } from './numeric.ts';
import { numericListFunctions } from './numeric-list.ts';
import { rangeFunctions } from './range.ts';
import { regexFunctions } from './regex.ts';
import { stringFunctions } from './string.ts';
import { temporalFunctions } from './temporal.ts';
import { valueFunctions } from './value.ts';

const all = new Map(
  [
    ...conversionFunctions,
    ...valueFunctions,
    ...stringFunctions,
    ...regexFunctions,
    ...listFunctions,
    ...listOrderFunctions,
    ...numericFunctions,
    ...numericListFunctions,
    ...temporalFunctions,
    ...rangeFunctions,
    ...contextFunctions,
  ].map((builtin) => [builtin.name, builtin]),
);

/** Functions of Camunda that an engine cannot have whose decisions repeat themselves. */
const refused: Readonly<Record<string, string>> = Object.fromEntries(
  ['random number', 'uuid'].map((name) => [
    name,
    `Expected an expression that gives the same result for the same variables, found '${name}()'. Let a job worker or the caller make the value and pass it as a variable.`,
  ]),
);

/** The built-in of a name; none for the names that are refused. */
export const builtinOf = (name: string): Builtin | undefined => all.get(name);

/** Why a function of this name is not offered; undefined for all but those that would be random. */
export const refusedOf = (name: string): string | undefined =>
  Object.hasOwn(refused, name) ? refused[name] : undefined;

/** The names of all built-ins. */
export const builtinNames = (): string[] => [...all.keys()];

/** Calls a built-in; arguments that no signature takes make the result null. */
export const callBuiltin = (run: Run, builtin: Builtin, args: Arguments): unknown => {
  spend(run.meter, 14);
  const bound = bind(builtin, args);
  if (bound) return builtin.call(run, bound) ?? null;
  return nullBecause(run, () => {
    const found = Object.values(args).map(describe).join(', ');
    return `Expected ${builtin.name}(${builtin.signatures.at(-1)?.names.join(', ') ?? ''}), found the arguments (${found})`;
  });
};

/** A built-in as a value, to hand it to another function. */
export const builtinFunction = (run: Run, builtin: Builtin): FeelFunction => {
  const longest = builtin.signatures.at(-1);
  const names = longest?.names.map((name, index) =>
    longest.variadic && index === longest.names.length - 1 ? `...${name}` : name,
  );
  return new FeelFunction((...args: unknown[]) => callBuiltin(run, builtin, args), names ?? []);
};
