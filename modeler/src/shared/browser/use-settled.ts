import { useEffect, useState } from 'react';

/** A value that stopped changing: follows `value` once it stayed the same for `delayMs` milliseconds. */
export function useSettled<T>(value: T, delayMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return settled;
}
