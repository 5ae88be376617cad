import { element, end, start, userTask, type Part } from '@baton/fixtures/build-model';

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
  difference,
});

/** A row for something that is refused at deployment, for now. */
export const refuses = (family: string, construct: string, clause: string, refused: Part): CoverageRow => ({
  family,
  construct,
  clause,
  refused,
});

export const event = (tag: string, ...definitions: readonly string[]): Part =>
  element(
    tag,
    'x',
    {},
    definitions.map((each) => `<bpmn:${each}EventDefinition />`).join(''),
    tag === 'boundaryEvent' ? 'attachedToRef="host"' : '',
  );

export const conditional = (tag: string): Part =>
  element(
    tag,
    'x',
    {},
    '<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">=a</bpmn:condition></bpmn:conditionalEventDefinition>',
    tag === 'boundaryEvent' ? 'attachedToRef="host"' : '',
  );

/** An event sub-process whose start event reacts to this. */
export const eventSubProcess = (definition: string): Part =>
  element(
    'subProcess',
    'x',
    {},
    `<bpmn:startEvent id="inside"><bpmn:${definition}EventDefinition /></bpmn:startEvent>`,
    'triggeredByEvent="true"',
  );

export const extended = (extra: string): Part =>
  element('serviceTask', 'x', { extra: `<zeebe:taskDefinition type="t" />${extra}` });

/** The parts and flows of a model around a refused element. */
export const around = (part: Part): { readonly parts: readonly Part[]; readonly flows: readonly string[] } =>
  part.xml.startsWith('<bpmn:boundaryEvent')
    ? { parts: [start('s'), userTask('host'), part, end('e'), end('e2')], flows: ['s > host', 'host > e', 'x > e2'] }
    : part.xml.startsWith('<bpmn:startEvent')
      ? { parts: [part, end('e')], flows: ['x > e'] }
      : part.xml.startsWith('<bpmn:endEvent')
        ? { parts: [start('s'), part], flows: ['s > x'] }
        : { parts: [start('s'), part, end('e')], flows: ['s > x', 'x > e'] };
