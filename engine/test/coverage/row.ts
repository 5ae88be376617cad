/** One construct of executable BPMN, and the fixture that shows that it runs. */
export interface CoverageRow {
  readonly family: string;
  readonly construct: string;
  /** Clause of OMG formal/13-12-09, or the extension that it belongs to. */
  readonly clause: string;
  /** Name of the drawing in `fixtures/bpmn` whose scenarios run it. */
  readonly fixture: string;
  /** Whether the modeler's menus make it, or it is only shown and kept when a file has it. */
  readonly drawn: 'yes' | 'shown';
  /** Where it differs from Camunda 8; empty when it does not. */
  readonly difference: string;
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
