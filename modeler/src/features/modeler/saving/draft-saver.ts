import type { Draft, DraftSummary } from '../../../api/drafts';
import { OfflineError, ProblemError } from '../../../api/problem-error';
import type { PendingEdit, PendingStore } from './pending-store';

/**
 * Where the latest edit is.
 * - `saved`: on the server. `pending`: on this computer, to be sent in a moment. `saving`: on its way.
 * - `offline`: on this computer; sent as soon as the server answers again.
 * - `conflict`: somebody else saved first; a person decides. `gone`: the draft was deleted elsewhere.
 * - `refused`: the server does not take it; the next edit tries again.
 */
export type SaveState =
  | { readonly kind: 'saved' | 'pending' | 'saving' | 'offline' | 'conflict' | 'gone' }
  | { readonly kind: 'refused'; readonly message: string };

/** What the saver calls on the server. */
export interface DraftServer {
  save(
    draftId: string,
    save: { readonly name?: string; readonly content?: string; readonly revision: number },
    keepalive?: boolean,
  ): Promise<DraftSummary>;
  read(draftId: string): Promise<Draft>;
}

export interface DraftSaverOptions {
  readonly draft: Draft;
  readonly server: DraftServer;
  readonly store: PendingStore;
  readonly session: string;
  /** Milliseconds of silence before an edit is sent. (Default: 800) */
  readonly delayMs?: number;
  /** Milliseconds between attempts while the server cannot be reached. (Default: 3000) */
  readonly retryMs?: number;
  readonly nowMs?: () => number;
}

/**
 * Saves one open draft by itself: at once into the browser's store, after a short silence on the server, one request at
 * a time, and never over somebody else's save.
 */
export class DraftSaver {
  readonly draftId: string;
  private readonly options: Required<DraftSaverOptions>;
  private readonly listeners = new Set<() => void>();
  private state: SaveState = { kind: 'saved' };
  private revision: number;
  private saved: { readonly name: string; readonly content: string };
  private latest: { readonly name: string; readonly content: string };
  private seenRevision: number;
  /** What an earlier page could not send, as far as it knew: the server may get it from there all the same. */
  private recovered: { readonly name: string; readonly content: string } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private flight: Promise<void> | null = null;
  private isDisposed = false;
  private isAbandoned = false;

  constructor(options: DraftSaverOptions) {
    this.options = { delayMs: 800, retryMs: 3000, nowMs: () => Date.now(), ...options };
    const { draftId, revision, name, content } = options.draft;
    this.draftId = draftId;
    this.revision = revision;
    this.seenRevision = revision;
    this.saved = { name, content };
    this.latest = this.saved;
  }

  /** The state for `useSyncExternalStore`; the same object until it changes. */
  getState = (): SaveState => this.state;

  /** Calls `listener` after every change of the state; returns how to stop. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The newest name and content, whether saved or not. */
  current(): { readonly name: string; readonly content: string } {
    return this.latest;
  }

  /** The revision of the server that the next save is based on. */
  base(): number {
    return this.revision;
  }

  /** Takes an edit. It is kept in the browser at once and sent after the delay. */
  change(edit: { readonly name?: string; readonly content?: string }): void {
    const next = { ...this.latest, ...edit };
    if (this.isAbandoned) return;
    if (next.name === this.latest.name && next.content === this.latest.content) return;
    this.latest = next;
    if (this.state.kind === 'conflict' || this.state.kind === 'gone') {
      void this.keep();
      return;
    }
    if (!this.isDirty()) {
      // Undone up to what the server has: there is nothing to send, unless an older edit is on its way.
      if (this.flight === null) {
        clearTimeout(this.timer);
        void this.forget();
        this.setState({ kind: 'saved' });
      }
      return;
    }
    void this.keep();
    if (this.flight === null) this.setState({ kind: 'pending' });
    if (this.isDisposed) void this.flush();
    else this.schedule(this.options.delayMs);
  }

  /** Sends what is pending now. Resolves when the server has it, or when it turned out that it cannot. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.state.kind === 'conflict' || this.state.kind === 'gone') return;
    while (this.isDirty()) {
      this.flight ??= this.send().finally(() => (this.flight = null));
      await this.flight;
      if (this.state.kind !== 'saving' && this.state.kind !== 'saved') return;
    }
  }

  /** A last attempt while the page closes; the browser's store has the edit in any case. */
  sendOnClose(): void {
    if (!this.isDirty() || this.state.kind === 'conflict' || this.state.kind === 'gone') return;
    this.options.store.putAtOnce(this.kept());
    void this.keep();
    const { name, content } = this.latest;
    void this.options.server
      .save(this.draftId, { name, content, revision: this.revision }, true)
      .catch(() => undefined);
  }

  /** Tells which revision the server was seen to hold; a newer one than ours means that somebody else saved. */
  notice(revision: number): void {
    this.seenRevision = Math.max(this.seenRevision, revision);
    this.compareSeen();
  }

  /** Tells that the draft is no longer on the server. */
  noticeGone(): void {
    this.setState({ kind: 'gone' });
    void this.keep();
  }

  /** Starts with edits that an earlier page could not send. They are sent now, or shown as a conflict. */
  recover(edit: { readonly name: string; readonly content: string; readonly baseRevision: number }): void {
    this.latest = { name: edit.name, content: edit.content };
    this.recovered = this.latest;
    if (!this.isDirty()) return void this.forget();
    if (edit.baseRevision !== this.revision) return this.setState({ kind: 'conflict' });
    this.setState({ kind: 'pending' });
    this.schedule(0);
  }

  /** Gives up our edits for good: the server's copy is taken, or the edits live on in a copy. What comes in later is dropped. */
  async abandon(): Promise<void> {
    clearTimeout(this.timer);
    this.isAbandoned = true;
    this.latest = this.saved;
    await this.forget();
  }

  /** Ends the timers. What is pending is sent in the background; an edit that comes late (an editor's last one) is sent at once. */
  dispose(): void {
    if (this.isDirty() && this.state.kind !== 'conflict' && this.state.kind !== 'gone') void this.flush();
    this.isDisposed = true;
    clearTimeout(this.timer);
    this.listeners.clear();
  }

  /** Undoes {@link dispose}: React runs effects twice in development. */
  revive(): void {
    this.isDisposed = false;
  }

  private isDirty(): boolean {
    return this.latest.name !== this.saved.name || this.latest.content !== this.saved.content;
  }

  private setState(next: SaveState): void {
    if (next.kind === this.state.kind && next.kind !== 'refused') return;
    this.state = next;
    for (const listener of this.listeners) listener();
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    if (!this.isDisposed) this.timer = setTimeout(() => void this.flush(), delayMs);
  }

  private async keep(): Promise<void> {
    // A look at the server that began before must not bring back what was given up.
    if (this.isAbandoned) return;
    return this.options.store.put(this.kept()).catch(() => undefined);
  }

  private kept(): PendingEdit {
    const { session, nowMs } = this.options;
    return { draftId: this.draftId, session, baseRevision: this.revision, ...this.latest, atMs: nowMs() };
  }

  private forget(): Promise<void> {
    return this.options.store.remove(this.draftId, this.options.session).catch(() => undefined);
  }

  private compareSeen(): void {
    if (this.isAbandoned || this.flight !== null || this.seenRevision <= this.revision) return;
    if (this.state.kind === 'gone' || this.state.kind === 'conflict') return;
    // It may be our own: what a closing page sent last can arrive after the next page has read the draft.
    this.flight = this.resolveConflict(this.latest).finally(() => {
      this.flight = null;
      if (this.isDirty() && this.state.kind !== 'conflict') this.schedule(0);
    });
  }

  private async send(): Promise<void> {
    const sent = this.latest;
    this.setState({ kind: 'saving' });
    try {
      const answer = await this.options.server.save(this.draftId, { ...sent, revision: this.revision });
      await this.accept(answer.revision, sent);
    } catch (error) {
      await this.fail(error, sent);
    }
  }

  private async accept(revision: number, sent: { readonly name: string; readonly content: string }): Promise<void> {
    this.revision = revision;
    this.saved = sent;
    if (this.isDirty()) {
      // Typed on while the request was under way: the kept copy must name the new base.
      await this.keep();
      return;
    }
    await this.forget();
    this.setState({ kind: 'saved' });
    if (this.seenRevision > revision) this.setState({ kind: 'conflict' });
  }

  private async fail(error: unknown, sent: { readonly name: string; readonly content: string }): Promise<void> {
    if (error instanceof OfflineError) {
      this.setState({ kind: 'offline' });
      this.schedule(this.options.retryMs);
      return;
    }
    if (error instanceof ProblemError && error.status === 404) return this.noticeGone();
    if (error instanceof ProblemError && error.status === 409) return this.resolveConflict(sent);
    this.setState({ kind: 'refused', message: error instanceof Error ? error.message : String(error) });
  }

  /** An answer may have been lost after the server had saved, or come to a page that is closed: then the newer revision is our own. */
  private async resolveConflict(sent: { readonly name: string; readonly content: string }): Promise<void> {
    const theirs = await this.options.server.read(this.draftId).catch(() => null);
    const ours = [sent, this.recovered].find(
      (each) => each?.content === theirs?.content && each?.name === theirs?.name,
    );
    if (theirs !== null && ours) {
      this.seenRevision = theirs.revision;
      await this.accept(theirs.revision, ours);
      return;
    }
    this.setState({ kind: 'conflict' });
    await this.keep();
  }
}
