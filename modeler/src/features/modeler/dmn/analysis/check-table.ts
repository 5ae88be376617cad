import { columnDomain, type ColumnDomain, type Regions } from './column-domain';
import { readUnaryTest, type UnaryTest } from './unary-test';

/** A decision table, as far as its rules are compared. */
export interface Table {
  /** As in DMN: `UNIQUE`, `ANY`, … */
  readonly hitPolicy: string;
  readonly inputs: readonly { readonly label: string; readonly allowed: string }[];
  readonly rules: readonly Rule[];
}
export interface Rule {
  readonly id: string;
  readonly inputs: readonly { readonly id: string; readonly text: string }[];
  readonly outputs: readonly string[];
}

/** What a check found. Rules are counted from 1, as the table shows them. */
export interface TableCheck {
  /** Values for which no rule is meant: for each input the values in FEEL, `-` for any. */
  readonly gaps: readonly (readonly string[])[];
  /** Whether there are more gaps, or the table is too large to find them all. */
  readonly hasMoreGaps: boolean;
  /** Pairs of rules that match the same values where the hit policy lets only one, or only the same output. */
  readonly overlaps: readonly Overlap[];
  readonly hasMoreOverlaps: boolean;
  /** Cells that cannot be reasoned about. Their rules are left out: what they match is not known. */
  readonly unknown: readonly { readonly cellId: string; readonly ruleId: string; readonly rule: number }[];
}
export interface Overlap {
  readonly ruleIds: readonly [string, string];
  readonly rules: readonly [number, number];
  /** What both match, for each input. */
  readonly values: readonly string[];
}

/** How many findings of a kind are told. */
const maxTold = 50;
/** How many boxes the values may be cut into, and how many cuts that may take; beyond it the answer is that there are more. */
const maxBoxes = 2_000;
const maxCuts = 200_000;

/** Some values of all inputs: the product of a set of regions for each. */
type Box = readonly Regions[];

interface ReadRule {
  readonly rule: Rule;
  readonly number: number;
  readonly box: Box;
}

/**
 * Finds the values that no rule matches, and the rules that match the same values, by exact reasoning over intervals and sets. Nothing is tried out. An input
 * that is null is not considered. Overlaps are told for the hit policies that forbid them: unique, and any where the outputs differ.
 */
export function checkTable(table: Table): TableCheck {
  const unknown: TableCheck['unknown'][number][] = [];
  const tests = table.rules.map((rule, index) =>
    rule.inputs.map(({ id, text }) => {
      const test = readUnaryTest(text);
      if (test === null) unknown.push({ cellId: id, ruleId: rule.id, rule: index + 1 });
      return test;
    }),
  );
  const domains: (ColumnDomain | null)[] = table.inputs.map(({ allowed }, column) => {
    const ofColumn = tests
      .map((row) => row[column])
      .filter((test): test is UnaryTest => test !== null && test !== undefined);
    return columnDomain(ofColumn, allowed.trim() === '' ? null : readUnaryTest(allowed));
  });
  const read: ReadRule[] = [];
  for (const [index, rule] of table.rules.entries()) {
    const row = tests[index] ?? [];
    if (row.some((test) => test === null)) continue;
    const box = table.inputs.map((_input, column) => domains[column]?.of(row[column] ?? { kind: 'any' }) ?? null);
    for (const [column, regions] of box.entries())
      if (regions === null) unknown.push({ cellId: rule.inputs[column]?.id ?? '', ruleId: rule.id, rule: index + 1 });
    if (box.every((regions) => regions !== null)) read.push({ rule, number: index + 1, box });
  }
  const describe = (box: Box): readonly string[] =>
    box.map((regions, column) => domains[column]?.describe(regions) ?? '-');
  const overlaps = overlapsOf(table.hitPolicy, read, describe);
  const gaps = gapsOf(
    domains.map((domain) => domain?.all ?? 1n),
    read.map(({ box }) => box),
  );
  return {
    gaps: gaps.boxes.slice(0, maxTold).map(describe),
    hasMoreGaps: gaps.isCut || gaps.boxes.length > maxTold,
    overlaps: overlaps.slice(0, maxTold),
    hasMoreOverlaps: overlaps.length > maxTold,
    unknown,
  };
}

const meet = (a: Box, b: Box): Box => a.map((regions, column) => regions & (b[column] ?? 0n));
const isEmpty = (box: Box): boolean => box.some((regions) => regions === 0n);

function overlapsOf(
  hitPolicy: string,
  rules: readonly ReadRule[],
  describe: (box: Box) => readonly string[],
): Overlap[] {
  if (hitPolicy !== 'UNIQUE' && hitPolicy !== 'ANY') return [];
  const found: Overlap[] = [];
  for (const [index, one] of rules.entries())
    for (const other of rules.slice(index + 1)) {
      if (found.length > maxTold) return found;
      const common = meet(one.box, other.box);
      if (isEmpty(common)) continue;
      const isSame = one.rule.outputs.every((output, at) => output.trim() === other.rule.outputs[at]?.trim());
      if (hitPolicy === 'ANY' && isSame) continue;
      found.push({
        ruleIds: [one.rule.id, other.rule.id],
        rules: [one.number, other.number],
        values: describe(common),
      });
    }
  return found;
}

/** What is left of all values when the boxes of the rules are taken away, as boxes that do not overlap. */
function gapsOf(all: Box, rules: readonly Box[]): { readonly boxes: readonly Box[]; readonly isCut: boolean } {
  let left: readonly Box[] = isEmpty(all) ? [] : [all];
  let cuts = 0;
  for (const rule of rules) {
    const next: Box[] = [];
    for (const box of left) {
      cuts += 1;
      next.push(...without(box, rule));
    }
    left = next;
    if (left.length > maxBoxes || cuts > maxCuts) return { boxes: [], isCut: true };
  }
  return { boxes: left, isCut: false };
}

/** A box without another one: for each column what lies outside of it there, and inside in all columns before. */
function without(box: Box, taken: Box): readonly Box[] {
  const common = meet(box, taken);
  if (isEmpty(common)) return [box];
  return box.flatMap((regions, column) => {
    const outside = regions & ~(taken[column] ?? 0n);
    if (outside === 0n) return [];
    return [box.map((own, at) => (at < column ? (common[at] ?? 0n) : at === column ? outside : own))];
  });
}
