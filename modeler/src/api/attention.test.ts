import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isUnattended, watchAttention } from './attention';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('should be an unattended page a minute after the last touch', () => {
  const page = new EventTarget();
  watchAttention(page);
  page.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(59_000);
  expect(isUnattended()).toBe(false);
  vi.advanceTimersByTime(2_000);
  expect(isUnattended()).toBe(true);
  page.dispatchEvent(new Event('pointermove'));
  expect(isUnattended()).toBe(false);
  vi.advanceTimersByTime(61_000);
  // Nothing else is a touch.
  page.dispatchEvent(new Event('focus'));
  expect(isUnattended()).toBe(true);
});
