/** Bookkeeping of a cached instance that its state does not hold but its rows need. Most instances need none: each part is null before its first entry. */
export interface RowBook {
  /** The parked tokens that have a row, stored or pending. A record that discards them does not name them. */
  parked: Map<string, ParkedRow> | null;
  /** Compensation entries by their owner: the element instance of their scope, or the entry that they are inside. */
  compensations: Map<number, Set<number>> | null;
  /** The positions that have a row, by the body of the loop. */
  outputs: Map<number, Set<number>> | null;
  incidents: number;
}

export const newBook = (incidents: number): RowBook => ({
  parked: null,
  compensations: null,
  outputs: null,
  incidents,
});

export interface ParkedRow {
  readonly scope_key: number;
  readonly element_id: string;
  readonly flow_id: string;
}
