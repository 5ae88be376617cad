import { end, start, userTask, type Part } from '@baton/fixtures/build-model';

/** One construct of executable BPMN and what Baton does with it. Either a fixture shows that it runs, or a sample is refused by name. */
export interface CoverageRow {
  readonly family: string;
  readonly construct: string;
  /** Clause of OMG formal/13-12-09, or the extension that it belongs to. */
  readonly clause: string;
  /** Name of the drawing in `fixtures/bpmn` whose scenarios run it. */
  readonly fixture?: string;
  /** An element that has the construct; it is refused by its id `x`. */
  readonly refused?: Part;
  /** Whether the modeler's menus make it, or it is only shown and kept when a file has it. */
  readonly drawn: 'yes' | 'shown';
  /** Where it differs from Camunda 8; empty when it does not. */
  readonly difference?: string;
}

/** A row for something that runs. */
export const runs = (
  family: string,
  construct: string,
  clause: string,
  fixture: string,
  difference = '',
): CoverageRow => ({
  family,
  construct,
  clause,
  fixture,
  drawn: 'yes',
  difference,
});

/** A row for something that runs and that the modeler shows and keeps, although none of its menus makes it. */
export const runsShown = (...row: Parameters<typeof runs>): CoverageRow => ({ ...runs(...row), drawn: 'shown' });

/** A row for something that is refused at deployment, for now. */
export const refuses = (family: string, construct: string, clause: string, refused: Part): CoverageRow => ({
  family,
  construct,
  clause,
  drawn: 'yes',
  refused,
});

/** The parts and flows of a model around a refused element. */
export const around = (part: Part): { readonly parts: readonly Part[]; readonly flows: readonly string[] } =>
  part.xml.startsWith('<bpmn:boundaryEvent')
    ? { parts: [start('s'), userTask('host'), part, end('e'), end('e2')], flows: ['s > host', 'host > e', 'x > e2'] }
    : part.xml.startsWith('<bpmn:startEvent')
      ? { parts: [part, end('e')], flows: ['x > e'] }
      : part.xml.startsWith('<bpmn:endEvent')
        ? { parts: [start('s'), part], flows: ['s > x'] }
        : { parts: [start('s'), part, end('e')], flows: ['s > x', 'x > e'] };
