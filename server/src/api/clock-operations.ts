import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import type { PinnableClock } from '../runtime/pinned-clock.ts';
import { Refusal } from '../runtime/refusal.ts';
import { needs } from './operation/access.ts';
import { nothing } from './operation/answer-kinds.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { wholeNumber } from './whole-number.ts';

/** The end of the year 9999, epoch milliseconds: later times have no date that every client reads. */
const lastMs = 253_402_300_799_999;
const description =
  'A help for tests, only with `BATON_CONTROLLED_CLOCK=on`, and for this server alone: others on the same database go by their own clocks.';

/** The engine's time: stop it, set it, let it go. `clock`: null where the setting does not allow it. */
export const clockOperations = (
  { scheduler }: Pick<Runtime, 'scheduler'>,
  clock: PinnableClock | null,
): readonly Operation[] => {
  const allowed = (): PinnableClock => {
    if (clock !== null) return clock;
    throw new Refusal(
      'FORBIDDEN',
      'The clock of this server may not be set. Start it with BATON_CONTROLLED_CLOCK=on where that is wanted: in tests.',
    );
  };
  /** Looks at what is due by the new time. */
  const changed = (nowMs: number): void => scheduler.hint(nowMs);
  return [
    operation({
      id: 'pinClock',
      method: 'PUT',
      path: '/v2/clock',
      tag: 'Cluster',
      summary: 'Stop the clock at a time',
      description: `Time stands still at \`timestamp\` (epoch milliseconds); what is due by then, timers for example, is done. ${description}`,
      body: body(z.strictObject({ timestamp: wholeNumber(0, lastMs) })),
      answer: nothing,
      refusals: ['FORBIDDEN'],
      access: needs('SYSTEM', 'UPDATE'),
      isTenantAware: true,
      example: { body: { timestamp: 1_893_456_000_000 } },
      run: ({ body: { timestamp } }) => {
        allowed().pin(timestamp);
        changed(timestamp);
      },
    }),
    operation({
      id: 'resetClock',
      method: 'POST',
      path: '/v2/clock/reset',
      tag: 'Cluster',
      summary: 'Let the clock go on by the time of the system',
      description,
      answer: nothing,
      refusals: ['FORBIDDEN'],
      access: needs('SYSTEM', 'UPDATE'),
      isTenantAware: true,
      example: {},
      run: () => {
        const set = allowed();
        set.reset();
        changed(set.nowMs());
      },
    }),
  ];
};
