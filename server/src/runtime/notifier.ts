/** What a commit made that servers on the same database may wait for. */
export interface Notice {
  /** The tenant of what changed; null for what is of no tenant, and where tenants are not told apart. */
  readonly tenantId: string | null;
  /** Topics of events, see `ChangeEvent`. */
  readonly topics: readonly string[];
  readonly processInstanceKeys: readonly number[];
  /** Types of jobs that may be fetched now. */
  readonly jobTypes: readonly string[];
  /** When something comes due, epoch milliseconds; null for nothing. */
  readonly dueMs: number | null;
}

/** Tells the other servers on the same database what this one committed. Hints only: one that gets lost costs them a poll interval. */
export interface Notifier {
  publish(notice: Notice): void;
  /** Whom to tell what other servers published, and that some of it may have got lost; one listener. */
  subscribe(listener: (notice: Notice) => void, lost: () => void): void;
}

/** For a server that has its database to itself. */
export const silentNotifier: Notifier = { publish: () => undefined, subscribe: () => undefined };
