import { useCallback, useState } from 'react';
import { withStep, type Plan, type PlanStep } from './modification-plan';

/** What a person is about to do to an instance. */
export interface ModificationState {
  /** Null: nothing is being planned. */
  readonly plan: Plan | null;
  /** The element whose tokens wait for a click on where they go; null for none. */
  readonly moving: string | null;
  readonly begin: () => void;
  readonly discard: () => void;
  readonly add: (step: PlanStep) => void;
  readonly drop: (index: number) => void;
  readonly startMove: (from: string | null) => void;
  readonly moveToken: (from: string, to: string) => void;
}

/** Keeps the plan of a modification until it is done or discarded. */
export function useModification(): ModificationState {
  const [plan, setPlan] = useState<Plan | null>(null);
  const [moving, startMove] = useState<string | null>(null);
  const add = useCallback((step: PlanStep) => {
    setPlan((before) => withStep(before ?? [], step));
    startMove(null);
  }, []);
  const moveToken = useCallback((from: string, to: string) => add({ kind: 'move', from, to }), [add]);
  return {
    plan,
    moving,
    add,
    moveToken,
    startMove,
    begin: useCallback(() => setPlan([]), []),
    discard: useCallback(() => {
      setPlan(null);
      startMove(null);
    }, []),
    drop: useCallback((index: number) => setPlan((before) => before?.filter((_, at) => at !== index) ?? null), []),
  };
}
