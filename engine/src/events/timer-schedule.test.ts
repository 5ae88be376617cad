import { duration } from 'feelin';
import { describe, expect, it } from 'vitest';
import { instantMs, nextTimerDue, scheduleOf } from './timer-schedule.ts';

const now = Date.UTC(2026, 0, 31, 12, 0, 0);
const at = (iso: string): number => Date.parse(iso);

describe('scheduleOf', () => {
  it.each([
    ['2030-01-31T10:00:00Z', '2030-01-31T10:00:00Z'],
    ['2030-01-31T10:00:00+02:00', '2030-01-31T08:00:00Z'],
    ['2030-07-01T10:00:00[Europe/Paris]', '2030-07-01T08:00:00Z'],
    ['2030-07-01T10:00:00@Europe/Paris', '2030-07-01T08:00:00Z'],
    ['2030-01-31T10:00', '2030-01-31T10:00:00Z'],
    ['2030-01-31', '2030-01-31T00:00:00Z'],
  ])('should read the date %s', (text, expected) => {
    expect(scheduleOf('date', text, now)).toEqual({
      ok: true,
      value: { dueMs: at(expected), repetitions: 1, cycle: null },
    });
  });

  it.each([
    ['PT15M', '2026-01-31T12:15:00Z'],
    ['P1M', '2026-02-28T12:00:00Z'],
    ['P1DT1H', '2026-02-01T13:00:00Z'],
    ['PT0.5S', '2026-01-31T12:00:00.500Z'],
    ['P1W', '2026-02-07T12:00:00Z'],
  ])('should add the duration %s in the calendar', (text, expected) => {
    expect(scheduleOf('duration', text, now)).toMatchObject({ value: { dueMs: at(expected) } });
  });

  it('should take a FEEL duration', () => {
    expect(scheduleOf('duration', duration('PT5M'), now)).toMatchObject({ value: { dueMs: now + 300_000 } });
  });

  it.each([
    ['R3/PT1H', now + 3_600_000, 3],
    ['R/PT1H', now + 3_600_000, -1],
    ['R-1/PT1H', now + 3_600_000, -1],
    ['R2/2026-02-01T00:00:00Z/P1D', at('2026-02-01T00:00:00Z'), 2],
  ])('should read the cycle %s', (text, dueMs, repetitions) => {
    expect(scheduleOf('cycle', text, now)).toEqual({ ok: true, value: { dueMs, repetitions, cycle: text } });
  });

  it.each([
    ['0 0 9 * * MON-FRI', '2026-02-02T09:00:00Z'],
    ['*/10 * * * * *', '2026-01-31T12:00:10Z'],
    ['0 0 0 1 * ?', '2026-02-01T00:00:00Z'],
    ['@daily', '2026-02-01T00:00:00Z'],
    ['@midnight', '2026-02-01T00:00:00Z'],
    ['@hourly', '2026-01-31T13:00:00Z'],
  ])('should read the cron expression %s', (text, expected) => {
    expect(scheduleOf('cycle', text, now)).toEqual({
      ok: true,
      value: { dueMs: at(expected), repetitions: -1, cycle: text },
    });
  });

  it.each([
    ['date', 'tomorrow'],
    ['date', '2030-13-01T00:00:00Z'],
    ['duration', '15 minutes'],
    ['duration', 'P99999999Y'],
    ['cycle', 'R0/PT1H'],
    ['cycle', 'R3/PT0S'],
    ['cycle', 'every day'],
    ['date', ''],
    ['date', null],
    ['duration', 5],
  ] as const)('should refuse the %s %s and say what was expected', (type, value) => {
    const result = scheduleOf(type, value, now);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.error).toMatch(/^Expected .* found /);
  });
});

describe('nextTimerDue', () => {
  it('should go on by one interval, counted from the last due time', () => {
    expect(nextTimerDue('R3/PT1H', now, now + 5)).toBe(now + 3_600_000);
  });

  it('should skip what was missed during a standstill and keep the rhythm', () => {
    expect(nextTimerDue('R/PT1H', now, now + 10.5 * 3_600_000)).toBe(now + 11 * 3_600_000);
    expect(nextTimerDue('R/P1M', at('2026-01-15T00:00:00Z'), at('2026-06-20T00:00:00Z'))).toBe(
      at('2026-07-15T00:00:00Z'),
    );
    expect(nextTimerDue('R/PT1S', 0, now)).toBe(now + 1_000);
    expect(nextTimerDue('0 0 9 * * *', at('2026-01-01T09:00:00Z'), now)).toBe(at('2026-02-01T09:00:00Z'));
  });
});

describe('instantMs', () => {
  it('should answer null for what is no date', () => {
    expect(instantMs('x')).toBeNull();
  });
});
