import type { Out } from './world.ts';

/** A line that tells how far long work is. */
export interface Progress {
  show(text: string): void;
  end(): void;
}

/** How often it is drawn anew, milliseconds. */
const drawMs = 100;

/** On standard error, and only where a person looks at it; null shows nothing. */
export const startProgress = (err: Out | null): Progress => {
  if (err?.isTerminal !== true) return { show: () => undefined, end: () => undefined };
  let drawnMs = 0;
  return {
    show: (text) => {
      const nowMs = performance.now();
      if (nowMs - drawnMs < drawMs) return;
      drawnMs = nowMs;
      err.write(`\r\u001b[K${text.slice(0, err.columns - 1)}`);
    },
    end: () => {
      if (drawnMs > 0) err.write('\r\u001b[K');
    },
  };
};
