/** Bookkeeping of a cached instance that its state does not hold but its rows need. */
export interface RowBook {
  /** The parked tokens that have a row, stored or pending. A record that discards them does not name them. */
  readonly parked: Map<string, { readonly scope_key: number; readonly element_id: string; readonly flow_id: string }>;
  /** Compensation entries by their owner: the element instance of their scope, or the entry that they are inside. */
  readonly compensations: Map<number, Set<number>>;
  /** The positions that have a row, by the body of the loop. */
  readonly outputs: Map<number, Set<number>>;
  incidents: number;
}

export const newBook = (incidents: number): RowBook => ({
  parked: new Map(),
  compensations: new Map(),
  outputs: new Map(),
  incidents,
});
