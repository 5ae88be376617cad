/** Where tokens are after a step: on a sequence flow, or on a way into an element that is not drawn (then `flowId` is null). */
export interface TokenPlace {
  readonly flowId: string | null;
  /** The element that the tokens come to next. */
  readonly elementId: string;
  readonly count: number;
}

/** One step of the way to a finding: an element went on. */
export interface PlayedStep {
  /** The element that went on; null for the beginning. */
  readonly elementId: string | null;
  readonly tokens: readonly TokenPlace[];
}

/** What is wrong with the routes of a process. */
export interface SoundnessFinding {
  readonly code: 'deadlock' | 'missing-synchronization' | 'dead-element' | 'endless-loop';
  /** The element to look at. */
  readonly elementId: string;
  /** All that it concerns, the first included. */
  readonly elementIds: readonly string[];
  /** What was expected, what can happen, what to do. */
  readonly message: string;
  /** How it comes to it, from the start of the scope; empty for what never happens. */
  readonly steps: readonly PlayedStep[];
}

/** The result of the check. */
export interface Soundness {
  readonly findings: readonly SoundnessFinding[];
  /** Scopes with too many possibilities: what was found there holds, but there may be more. */
  readonly unfinishedScopeIds: readonly string[];
}
