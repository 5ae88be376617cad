import type { Random } from '../sim/random.ts';
import { hostileText } from './hostile.ts';

/** Functions of FEEL with any number of arguments: wrong numbers and kinds of them are part of the game. */
const functions = [
  'abs',
  'all',
  'any',
  'append',
  'assert',
  'before',
  'ceiling',
  'coincides',
  'concatenate',
  'contains',
  'context',
  'context merge',
  'context put',
  'count',
  'date',
  'date and time',
  'day of week',
  'day of year',
  'decimal',
  'distinct values',
  'duplicate values',
  'duration',
  'ends with',
  'even',
  'exp',
  'extract',
  'flatten',
  'floor',
  'from base64',
  'from json',
  'get entries',
  'get or else',
  'get value',
  'index of',
  'insert before',
  'is',
  'is defined',
  'is empty',
  'last day of month',
  'list contains',
  'list replace',
  'log',
  'lower case',
  'matches',
  'max',
  'mean',
  'median',
  'min',
  'mode',
  'modulo',
  'month of year',
  'not',
  'now',
  'number',
  'odd',
  'overlaps',
  'partition',
  'product',
  'random number',
  'range',
  'remove',
  'replace',
  'reverse',
  'round half up',
  'round up',
  'sort',
  'split',
  'sqrt',
  'starts with',
  'stddev',
  'string',
  'string join',
  'string length',
  'sublist',
  'substring',
  'substring after',
  'sum',
  'time',
  'to base64',
  'to json',
  'today',
  'trim',
  'union',
  'upper case',
  'uuid',
  'week of year',
  'years and months duration',
] as const;
const names = [
  'a',
  'b',
  'x',
  'amount',
  'items',
  'order',
  'order.total',
  'item',
  'partial',
  '__proto__',
  'constructor',
  'toString',
  'unknown',
];
const operators = [
  '+',
  '-',
  '*',
  '/',
  '**',
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'and',
  'or',
  'in',
  'between 1 and',
  'instance of',
];
const literals = [
  '0',
  '1',
  '-1',
  '0.1',
  '1e308',
  '9007199254740993',
  '99999999999999999999',
  'null',
  'true',
  'false',
  '[]',
  '{}',
  '"text"',
  '""',
  '"\\u0000"',
  '"(a+)+$"',
  '"[a-"',
  '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"',
  '@"2026-02-28"',
  '@"9999-12-31T23:59:59Z"',
  '@"PT1H"',
  '@"P999999999Y"',
  '@"2026-01-01T00:00:00@Europe/Berlin"',
  '@"24:00:00"',
  '[1..10]',
  '(1..1000000000]',
  '?',
  '...',
];

/** A FEEL expression that mostly parses, nested up to `depth`. */
export const expressionOf = (random: Random, depth: number): string => {
  const inner = (): string => expressionOf(random, depth - 1);
  const several = (most: number): string => Array.from({ length: random.between(0, most) }, inner).join(', ');
  if (depth <= 0) {
    const kind = random.next();
    if (kind < 0.35) return random.pick(names);
    return kind < 0.9 ? random.pick(literals) : JSON.stringify(hostileText(random).slice(0, 500));
  }
  switch (random.between(0, 13)) {
    case 0:
    case 1:
      return `${inner()} ${random.pick(operators)} ${inner()}`;
    case 2:
    case 3:
    case 4:
      return `${random.pick(functions)}(${several(4)})`;
    case 5:
      return `[${several(4)}]`;
    case 6:
      return `{${random.pick(names)}: ${inner()}, "b c": ${inner()}}`;
    case 7:
      return `if ${inner()} then ${inner()} else ${inner()}`;
    case 8:
      return `for i in ${inner()}${random.chance(0.3) ? `..${inner()}` : ''} return ${inner()}`;
    case 9:
      return `${random.pick(['some', 'every'])} item in ${inner()} satisfies ${inner()}`;
    case 10:
      return `(${inner()})[${inner()}]`;
    case 11:
      return `(${inner()}).${random.pick([...names, 'years', 'offset', 'start'])}`;
    case 12:
      return `(function(a, b) ${inner()})(${several(2)})`;
    default:
      return `-(${inner()})`;
  }
};
