import type { DmnView, DmnViewer } from 'dmn-js/lib/Modeler';
import { useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useBadges, useCommentBadges } from '../comments/use-comment-badges';
import { useDraftFrame } from '../frame/draft-frame-context';
import type { RuleChoice } from './rules/rule-choice-module';

/** An editor or a viewer of decisions. */
export interface ShownDecisions {
  getViews(): readonly DmnView[];
  getActiveView(): DmnView | undefined;
  getActiveViewer(): DmnViewer | undefined;
  open(view: DmnView): Promise<unknown>;
}

/**
 * What shows the requirements while they are shown; else null. `active` is the view that was told of last: while another one is being opened, the
 * viewer is that of the new one already.
 */
export const requirementsOf = (shown: ShownDecisions | null, active: DmnView | null): DmnViewer | null =>
  active?.type === 'drd' && shown?.getActiveView()?.type === 'drd' ? (shown.getActiveViewer() ?? null) : null;

const servicesOf = (viewer: DmnViewer) => ({
  overlays: viewer.get('overlays'),
  elementRegistry: viewer.get('elementRegistry'),
  eventBus: viewer.get('eventBus'),
  selection: viewer.get('selection'),
});

/** The rules of the table while one is shown; else null. */
const rulesOf = (shown: ShownDecisions | null, active: DmnView | null): RuleChoice | null =>
  active?.type === 'decisionTable' && shown?.getActiveView()?.type === 'decisionTable'
    ? (shown.getActiveViewer()?.get('batonRules') ?? null)
    : null;

/** Shows an element of a file: a decision by its logic, a rule in its table, everything else in the requirements. */
async function reveal(shown: ShownDecisions, elementId: string): Promise<void> {
  const views = shown.getViews();
  const logic = views.find(({ element }) => element.id === elementId);
  if (logic !== undefined) return void (await shown.open(logic));
  const table = views.find(({ element }) => element.decisionLogic?.rule?.some(({ id }) => id === elementId) === true);
  if (table !== undefined) {
    if (shown.getActiveView()?.element.id !== table.element.id) await shown.open(table);
    return shown.getActiveViewer()?.get('batonRules').choose(elementId);
  }
  const requirements = views.find(({ type }) => type === 'drd');
  if (requirements === undefined) return;
  if (shown.getActiveView()?.type !== 'drd') await shown.open(requirements);
  const viewer = shown.getActiveViewer();
  const element = viewer?.get('elementRegistry').get(elementId);
  if (viewer !== undefined && element !== undefined) viewer.get('selection').select(element);
}

/**
 * Tells the frame which decision or rule is shown, or what is chosen in the requirements; shows what the address names, and how many comments there are on
 * what is drawn and on rules. `draftId` is null for what is no draft, `shown` while the file is not open.
 */
export function useDecisionForFrame(
  draftId: string | null,
  shown: ShownDecisions | null,
  active: DmnView | null,
): void {
  const { setElement, show } = useDraftFrame(draftId ?? '') ?? {};
  const { element: named } = useSearch({ strict: false });
  const viewer = requirementsOf(shown, active);
  const drawing = useMemo(() => (viewer === null ? null : servicesOf(viewer)), [viewer]);
  const rules = rulesOf(shown, active);
  const openDecisionId = active === null || active.type === 'drd' ? null : active.element.id;

  useEffect(() => {
    if (setElement === undefined) return;
    if (rules !== null) {
      const tellRule = () => setElement(rules.chosen() ?? openDecisionId);
      tellRule();
      return rules.subscribe(tellRule);
    }
    if (drawing === null || openDecisionId !== null) return setElement(openDecisionId);
    const tell = () => {
      const [only, ...more] = drawing.selection.get();
      setElement(only === undefined || more.length > 0 ? null : only.id);
    };
    tell();
    drawing.eventBus.on(['selection.changed'], tell);
    return () => drawing.eventBus.off(['selection.changed'], tell);
  }, [setElement, drawing, rules, openDecisionId]);

  useEffect(() => {
    // Once for each address: afterwards people go where they want.
    if (draftId !== null && shown !== null && named !== undefined) void reveal(shown, named).catch(() => undefined);
  }, [draftId, shown, named]);

  const drawn = useRef(drawing);
  useEffect(() => {
    drawn.current = drawing;
  });
  const open = useCallback(
    (elementId: string) => {
      const element = drawn.current?.elementRegistry.get(elementId);
      if (element !== undefined) drawn.current?.selection.select(element);
      show?.('comments');
    },
    [show],
  );
  useCommentBadges(draftId, drawing, open);

  const badges = useBadges(draftId);
  useEffect(() => {
    rules?.show(badges, (ruleId) => {
      rules.choose(ruleId);
      show?.('comments');
    });
  }, [rules, badges, show]);
}
