import type { Run } from '../run.ts';
import { kindOf } from '../values/kind.ts';

/** Arguments by position, or by parameter name. */
export type Arguments = readonly unknown[] | Readonly<Record<string, unknown>>;

/** A built-in function: one or more signatures of the same work. */
export interface Builtin {
  readonly name: string;
  readonly signatures: readonly Signature[];
  readonly call: (run: Run, args: readonly unknown[]) => unknown;
}

const durations = ['days and time duration', 'years and months duration'];

/** A value as a parameter's type, with the implicit conversions of DMN 1.5, 10.3.2.9.4; undefined when it is of another type. */
type Convert = (value: unknown) => unknown;

interface Signature {
  readonly names: readonly string[];
  readonly converters: readonly Convert[];
  /** Whether the last parameter takes all further arguments. */
  readonly variadic: boolean;
}

/**
 * Defines a built-in by its signatures as DMN writes them, such as `string: string, start position: number, length?: number`; several are
 * separated by `|`. A `?` after the name makes a parameter optional, after the type lets it be null; `...` takes all further arguments.
 * The implementation gets values of these types (undefined for what is left out) and gives null for what the standard makes null.
 */
export const define = <Args extends readonly unknown[]>(
  name: string,
  signatures: string,
  call: (run: Run, ...args: Args) => unknown,
): Builtin => ({
  name,
  signatures: signatures.split('|').flatMap(signaturesOf),
  // The signatures have checked the types that the implementation declares.
  call: (run, args) => call(run, ...(args as Args)),
});

const signaturesOf = (text: string): Signature[] => {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const names = parts.map((part) => part.split(':')[0]?.replace(/^\.{3}|\?$/g, '') ?? '');
  const converters = parts.map((part) => converterOf(part.split(':')[1]?.trim() ?? 'any'));
  const variadic = parts.at(-1)?.startsWith('...') ?? false;
  const required = parts.filter((part) => !part.split(':')[0]?.endsWith('?')).length;
  const all = { names, converters, variadic };
  return Array.from({ length: parts.length - required + 1 }, (_, index) => ({
    ...all,
    names: names.slice(0, required + index),
  }));
};

/** Arguments in the order and of the types of the first signature that takes them; undefined when none does. */
export const bind = (builtin: Builtin, args: Arguments): readonly unknown[] | undefined => {
  for (const signature of builtin.signatures) {
    const ordered = Array.isArray(args)
      ? inOrder(signature, args as readonly unknown[])
      : byName(signature, args as Readonly<Record<string, unknown>>);
    const converted = ordered && convertAll(signature, ordered);
    if (converted) return converted;
  }
  return undefined;
};

const inOrder = ({ names, variadic }: Signature, args: readonly unknown[]): readonly unknown[] | undefined =>
  args.length === names.length || (variadic && args.length >= names.length - 1) ? args : undefined;

/** The most arguments that a list that is named for `...` may stand for. */
const maxSpread = 10_000;

const takesAnyList = (names: readonly string[], converters: readonly Convert[]): boolean =>
  names.length === 1 && converters[0] === anyValue;

const byName = (
  { names, converters, variadic }: Signature,
  args: Readonly<Record<string, unknown>>,
): readonly unknown[] | undefined => {
  if (Object.keys(args).length !== names.length || !names.every((name) => Object.hasOwn(args, name))) return undefined;
  const values = names.map((name) => args[name]);
  const last = values.at(-1);
  // A function of one list takes it as it is; arguments that are spread have to fit on the stack.
  if (!variadic || !Array.isArray(last) || takesAnyList(names, converters)) return values;
  return last.length > maxSpread ? undefined : [...values.slice(0, -1), ...(last as unknown[])];
};

/** The arguments themselves when none needs to be converted, which is the usual case. */
const convertAll = ({ converters, variadic }: Signature, args: readonly unknown[]): readonly unknown[] | undefined => {
  let converted: unknown[] | undefined;
  const last = variadic ? converters.at(-1) : undefined;
  for (let index = 0; index < args.length; index += 1) {
    const value = (converters[index] ?? last)?.(args[index]);
    if (value === undefined) return undefined;
    if (value !== args[index]) (converted ??= args.slice())[index] = value;
  }
  return converted ?? args;
};

const anyValue: Convert = (value) => value ?? null;

const converterOf = (type: string): Convert => {
  if (type === 'any') return anyValue;
  if (type.endsWith('?')) {
    const convert = converterOf(type.slice(0, -1));
    return (value) => (value === null ? null : convert(value));
  }
  if (type === 'list') return (value) => (Array.isArray(value) ? value : value === null ? undefined : [value]);
  const kinds = new Set(type.split('/').flatMap((name) => (name === 'duration' ? durations : [name])));
  return (value) => {
    const single: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
    return kinds.has(kindOf(single)) ? single : undefined;
  };
};

/** Positional arguments of a function value; undefined when there are too many or too few. */
export const bindPositional = (names: readonly string[], args: readonly unknown[]): readonly unknown[] | undefined =>
  args.length === names.length || names.at(-1)?.startsWith('...') ? args : undefined;

/** Named arguments of a function value in their order; undefined when the names do not fit. */
export const bindNamed = (
  names: readonly string[],
  args: Readonly<Record<string, unknown>>,
): readonly unknown[] | undefined => {
  const given = Object.keys(args);
  return given.length === names.length && names.every((name) => Object.hasOwn(args, name))
    ? names.map((name) => args[name])
    : undefined;
};
