import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** Words for the distance between two moments, for example `5 minutes ago`; under a minute it is `just now` or `in a moment`. */
export function relativeWords(atMs: number, nowMs: number): string {
  const distance = atMs - nowMs;
  for (const [unit, length] of units) {
    if (Math.abs(distance) >= length) return relative.format(Math.trunc(distance / length), unit);
  }
  return distance > 5000 ? 'in a moment' : 'just now';
}

/** A moment as people say it, with the exact local time on hover. `at` is an ISO 8601 text. */
export function RelativeTime({ at }: { readonly at: string }) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const atMs = Date.parse(at);
  if (Number.isNaN(atMs)) return <span>{at}</span>;
  // A fresh moment may lie after the last tick; it is still "just now".
  // oxlint-disable-next-line react/purity -- the clock is the input here; the tick above renders it again
  const words = relativeWords(atMs, Math.max(nowMs, Math.min(atMs, Date.now())));
  return (
    <Tooltip label={exact.format(atMs)}>
      <time dateTime={at}>{words}</time>
    </Tooltip>
  );
}
