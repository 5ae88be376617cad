/** One construct of executable BPMN, and the fixture that shows that it runs. */
export interface CoverageRow {
  readonly family: string;
  readonly construct: string;
  /** Clause of OMG formal/13-12-09, or the extension that it belongs to. */
  readonly clause: string;
  /** Name of the drawing in `fixtures/bpmn` whose scenarios run it. */
  readonly fixture: string;
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
  difference,
});
