import type { Variables } from './json.ts';
import type { ProcessDefinition } from './definition/process-definition.ts';
import type { Key } from './key.ts';

/** What a step may know of the outside world. Everything else would make two runs of the same command differ. */
export interface Env {
  /** The present time, epoch milliseconds; the same for the whole step. */
  readonly nowMs: number;
  /** Hands out the next unused key. */
  readonly nextKey: () => Key;
  /** How many queue items one step may work off before it commits and goes on in a next step. (Default: 1,000.) */
  readonly budget?: number;
  readonly limits?: Limits;
  /** Values that expressions find where no scope has a variable of the name; the same for the whole step. (Default: none.) */
  readonly globals?: Variables;
  /** The definition that a migration goes to; nothing else reads it. */
  readonly target?: ProcessDefinition;
}

export const noGlobals: Variables = {};

/** Where a model or its data is stopped by an incident, so that it costs its own instance and never the server. */
export interface Limits {
  /**
   * Element instances that live at the same time in one process instance: twice what one collection may
   * have, and some. (Default: 250,000.)
   */
  readonly elementInstances: number;
  /** Items of the collection of a multi-instance activity, or its cardinality. (Default: 100,000.) */
  readonly collectionItems: number;
  /** One variable as JSON text, in UTF-16 code units. (Default: 2 Mi.) */
  readonly variableLength: number;
}

export const defaultBudget = 1_000;

export const defaultLimits: Limits = {
  elementInstances: 250_000,
  collectionItems: 100_000,
  variableLength: 2 * 1024 * 1024,
};
