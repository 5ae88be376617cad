import type { LintReport } from '@camunda/linting';

interface Waiting {
  readonly resolve: (reports: readonly LintReport[]) => void;
}

/** Runs the linter beside the page. One per editor; close it with the editor. */
export class BackgroundLinter {
  private readonly worker = new Worker(new URL('./lint-worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, Waiting>();
  private runs = 0;

  constructor() {
    this.worker.addEventListener('message', ({ data }: MessageEvent<{ run: number; reports: LintReport[] }>) => {
      this.waiting.get(data.run)?.resolve(data.reports);
      this.waiting.delete(data.run);
    });
    this.worker.addEventListener('error', () => {
      for (const { resolve } of this.waiting.values()) resolve([]);
      this.waiting.clear();
    });
  }

  /** Findings about a model; none when the linter itself fails. */
  lint(xml: string): Promise<readonly LintReport[]> {
    const run = ++this.runs;
    return new Promise((resolve) => {
      this.waiting.set(run, { resolve });
      this.worker.postMessage({ run, xml });
    });
  }

  close(): void {
    this.worker.terminate();
    this.waiting.clear();
  }
}
