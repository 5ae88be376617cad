import type { LintReport } from '@camunda/linting';
import type { ModelProblem } from '../../../api/problem-error';
import type { PlayedStep, SoundnessFinding } from '../../../api/soundness';
import { t } from '../../../language/texts';
import { problemText } from './problem-text';

/** One line of the problems panel. It is also a report for the linting module, which marks elements and panel entries. */
export interface ShownProblem {
  /** The element; empty where the problem has none. */
  readonly id: string;
  readonly message: string;
  readonly category: 'error' | 'warn';
  readonly code: string;
  readonly path?: readonly (string | number)[];
  readonly propertiesPanel?: { readonly entryIds: readonly string[] };
  /** The way that shows it, where it can be played. */
  readonly steps?: readonly PlayedStep[];
}

function fromEngine({ elementId, code, severity, message }: ModelProblem): ShownProblem {
  return {
    id: elementId ?? '',
    message: problemText(message),
    code,
    category: severity === 'error' ? 'error' : 'warn',
  };
}

function fromRoutes({ elementId, code, message, steps }: SoundnessFinding): ShownProblem {
  const problem: ShownProblem = {
    id: elementId,
    message: problemText(message),
    code: `routes/${code}`,
    category: 'warn',
  };
  return steps.length === 0 ? problem : { ...problem, steps };
}

function fromLint({ id, message, rule, path, propertiesPanel }: LintReport, category: 'error' | 'warn'): ShownProblem {
  return {
    id,
    message: problemText(message),
    category,
    code: rule,
    ...(path === undefined ? {} : { path }),
    ...(propertiesPanel === undefined ? {} : { propertiesPanel }),
  };
}

/**
 * Rules of the linter that speak for another engine: Baton runs what they warn about. They are still used to point the
 * properties panel to a field where Baton itself refuses the element.
 */
const otherwiseInBaton: ReadonlySet<string> = new Set([
  // A condition works on the flows of any activity.
  'camunda-compat/sequence-flow-condition',
  // A receive task may follow an event-based gateway, as BPMN allows.
  'camunda-compat/event-based-gateway-target',
  // Send tasks and message events without a job type publish their message; what needs a type the engine names itself.
  'camunda-compat/implementation',
  // Without a form the tasklist offers the variables.
  'camunda-compat/user-task-definition',
  // Transactions, conditional events, complex gateways and whatever else of BPMN is executable; the engine refuses the rest by name.
  'camunda-compat/element-type',
  // Standard loops, and multi-instance activities with a cardinality.
  'camunda-compat/loop-characteristics',
  // An escalation may come out of a task too: from a worker, or from the behavior of a multi-instance activity.
  'camunda-compat/escalation-boundary-event-attached-to-ref',
  // A compensation need not be waited for.
  'camunda-compat/wait-for-completion',
  // A process may begin with a receive task or an event-based gateway; the engine says so when nothing can begin it.
  'start-event-required',
]);

/**
 * Joins what the engine refuses with what the linter dislikes. The engine alone decides what is an error: it knows what
 * it runs. A finding of the linter is a hint, and where the engine speaks about the same element, the hint only points
 * the properties panel to the field.
 *
 * What is wrong with the routes is a hint too: a condition may rule it out, and some of it may be meant.
 *
 * @returns `shown` for the list, `marked` for canvas and properties panel
 */
export function mergeProblems(
  engine: readonly ModelProblem[],
  lint: readonly LintReport[],
  routes: readonly SoundnessFinding[] = [],
): { readonly shown: readonly ShownProblem[]; readonly marked: readonly ShownProblem[] } {
  const fromTheEngine = engine.map(fromEngine);
  const refused = new Set(engine.filter(({ severity }) => severity === 'error').map(({ elementId }) => elementId));
  const findings = lint.filter(({ category }) => category === 'error' || category === 'warn');
  // What a template demands is for people; the engine speaks of something else.
  const isHint = ({ id, rule }: LintReport) =>
    rule.startsWith('element-templates/') || (!refused.has(id) && !otherwiseInBaton.has(rule));
  const hints = findings.filter(isHint).map((report) => fromLint(report, 'warn'));
  const pointers = findings
    .filter((report) => refused.has(report.id) && report.category === 'error' && !isHint(report))
    .map((report) => fromLint(report, 'error'));
  const rank = { error: 0, warn: 1 } as const;
  const shown = [...fromTheEngine, ...routes.map(fromRoutes), ...hints].sort(
    (a, b) => rank[a.category] - rank[b.category],
  );
  return { shown, marked: [...shown.filter(({ id }) => id !== ''), ...pointers] };
}

/** Says how many there are, in words, for example `2 errors, 1 hint`. */
export function countInWords(problems: readonly ShownProblem[]): string {
  const errors = problems.filter(({ category }) => category === 'error').length;
  const hints = problems.length - errors;
  const words = [
    ...(errors === 0 ? [] : [t('{{count}} errors', { count: errors })]),
    ...(hints === 0 ? [] : [t('{{count}} hints', { count: hints })]),
  ];
  return words.length === 0 ? t('No problems') : words.join(', ');
}
