/** So long after the last touch (milliseconds) what a page asks for is taken to be its own doing. */
const attendedMs = 60_000;
const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let lastTouchMs = performance.now();

/** Notes whenever somebody touches the page. Opening it was a touch, too. */
export function watchAttention(page: Pick<EventTarget, 'addEventListener'>): void {
  const note = (): void => {
    lastTouchMs = performance.now();
  };
  for (const touch of touches) page.addEventListener(touch, note, { passive: true, capture: true });
}

/** Whether nobody has touched the page for a while. The server is told: requests of such a page must not keep somebody signed in. */
export const isUnattended = (): boolean => performance.now() - lastTouchMs > attendedMs;
