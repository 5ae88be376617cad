/** One reason why a model is refused, or a warning about it. */
export interface Problem {
  /** The element it is about; null when it is about the file. */
  readonly elementId: string | null;
  /** Stable code; every code is listed in `docs/problems.md`. */
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  /** What was expected, what was found, what to do. */
  readonly message: string;
}

/** Every code a model can be refused with, and what it means. The docs page is generated from here. */
export const problemCodes = {
  'xml-invalid': 'The file is not well-formed XML, or not BPMN.',
  'xml-doctype': 'The file has a DOCTYPE or entity declaration; these are refused for safety.',
  'xml-too-large': 'The file is larger than the limit.',
  'xml-too-deep': 'The elements are nested deeper than the limit.',
  'no-process': 'The file has no process.',
  'not-executable': 'No process of the file is marked as executable.',
  'missing-id': 'An element that is executed has no id.',
  'duplicate-id': 'Two elements have the same id.',
  'missing-reference': 'An element refers to something that is not in the file.',
  'unsupported-element': 'The element, or something on it, is not executed by this version.',
  'no-start-event': 'A process or sub-process has nowhere to begin.',
  'multiple-none-starts': 'A process or sub-process has more than one none start event.',
  'unreachable-element': 'No path leads from a start event to the element.',
  'flow-across-scopes': 'A sequence flow crosses the border of a sub-process or process.',
  'invalid-flow': 'A sequence flow begins or ends where it must not.',
  'missing-condition': 'A flow out of an exclusive gateway has neither a condition nor is it the default.',
  'invalid-default-flow': 'The default flow does not leave its element, or has a condition.',
  'invalid-expression': 'A FEEL expression does not parse.',
  'missing-property': 'A property that execution needs is missing.',
  'invalid-property': 'A property has a value that cannot be used.',
  'event-definition': 'The event has no, too many or the wrong event definitions.',
  'event-gateway-target': 'An event-based gateway leads to something that is not a waiting event or receive task.',
  'link-pair': 'A link throw event has no catch event of the same name in its scope, or there are several.',
  'handler-collision': 'Two boundary events would catch the same event.',
  'unknown-called-process': 'The called process is not deployed yet.',
  'unknown-called-decision': 'The called decision is not deployed yet.',
  'invalid-start-event': 'A start event of the process cannot be evaluated: its timer, message name or signal name.',
  'not-utf8': 'A BPMN, DMN or form file is not text in UTF-8.',
  'form-invalid': 'A form is not one of form-js, or has no id.',
  'dmn-invalid': 'A decision file is not DMN, or has no decision.',
  'requirement-cycle': 'Decisions, knowledge models or types of a DMN file require each other in a circle.',
  'history-time-to-live-invalid':
    'The property `historyTimeToLive` of a process is neither a duration of ISO 8601 nor a number of days.',
  'duplicate-resource': 'Two files of one deployment, or two processes in them, have the same name or id.',
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** Collects problems while a model is compiled, so that all of them are answered at once. */
export interface Problems {
  readonly list: readonly Problem[];
  error(elementId: string | null, code: ProblemCode, message: string): void;
  warning(elementId: string | null, code: ProblemCode, message: string): void;
}

export const collectProblems = (): Problems => {
  const list: Problem[] = [];
  const add =
    (severity: Problem['severity']) =>
    (elementId: string | null, code: ProblemCode, message: string): void => {
      list.push({ elementId, code, severity, message });
    };
  return { list, error: add('error'), warning: add('warning') };
};
