import fc from 'fast-check';
import { isOn, type Construct } from './features.ts';

/** What a structured model is made of: blocks with one way in and one way out. A block may end its token early, or not at all. */
export type Block =
  | { readonly kind: 'pass' | 'user' | 'service' | 'timer' | 'message' | 'receive' | 'link' }
  | { readonly kind: 'script'; readonly factor: number; readonly plus: number }
  | { readonly kind: 'sequence' | 'exclusive' | 'parallel' | 'inclusive'; readonly blocks: readonly Block[] }
  | { readonly kind: 'split'; readonly blocks: readonly Block[] }
  | { readonly kind: 'loop'; readonly times: number; readonly block: Block }
  | { readonly kind: 'race'; readonly blocks: readonly Block[]; readonly receives: boolean }
  | {
      readonly kind: 'guarded';
      readonly what: 'user' | 'service';
      readonly guards: readonly Guard[];
      readonly multi: Times;
    }
  | {
      readonly kind: 'scope';
      readonly block: Block;
      readonly guards: readonly Guard[];
      readonly subs: readonly Sub[];
      readonly multi: Times;
      readonly local: boolean;
    }
  | { readonly kind: 'transaction'; readonly block: Block; readonly guards: readonly Guard[] }
  | { readonly kind: 'escalate'; readonly code: string }
  | { readonly kind: 'maybe-end'; readonly by: 'none' | 'terminate' | 'error' | 'escalation'; readonly code: string }
  | {
      readonly kind: 'undoable';
      readonly what: 'pass' | 'user' | 'service';
      readonly handler: 'script' | 'user' | 'service';
      readonly multi: Times;
    }
  | { readonly kind: 'undo'; readonly one: boolean; readonly ends: boolean };

export type Times = { readonly sequential: boolean; readonly count: number; readonly until: number | null } | null;

/** A boundary event, and the block behind it. */
export interface Guard {
  readonly by: 'timer' | 'message' | 'error' | 'escalation';
  readonly interrupting: boolean;
  /** Errors and escalations; null catches all. */
  readonly code: string | null;
  readonly block: Block;
}

/** An event sub-process. */
export interface Sub {
  readonly by: 'timer' | 'message' | 'error' | 'escalation';
  readonly interrupting: boolean;
  readonly code: string | null;
  readonly block: Block;
}

const pass: Block = { kind: 'pass' };
const codes = fc.constantFrom<string | null>('E1', 'E2', null);
const code = fc.constantFrom('E1', 'E2');

const times: fc.Arbitrary<Times> = isOn('multi-instance')
  ? fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      {
        weight: 1,
        arbitrary: fc.record({
          sequential: fc.boolean(),
          count: fc.integer({ min: 0, max: 3 }),
          until: fc.constantFrom(null, 1, 2),
        }),
      },
    )
  : fc.constant(null);

const only = <T>(construct: Construct, arbitrary: fc.Arbitrary<T>, weight = 1) =>
  isOn(construct) ? [{ weight, arbitrary }] : [];

const eventKinds = (prefix: 'boundary' | 'event sub-process') =>
  fc.constantFrom<Guard['by']>(
    'timer',
    'message',
    'error',
    ...(isOn(prefix === 'boundary' ? 'boundary escalation' : 'event sub-process escalation')
      ? (['escalation'] as const)
      : []),
  );

const leaf: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<Block>(
      pass,
      { kind: 'user' },
      { kind: 'service' },
      { kind: 'user' },
      { kind: 'service' },
      { kind: 'timer' },
      { kind: 'message' },
      { kind: 'receive' },
      { kind: 'link' },
    ),
  },
  fc.record({
    kind: fc.constant('script' as const),
    factor: fc.constantFrom(1, 3),
    plus: fc.integer({ min: 1, max: 2 }),
  }),
  ...only('escalation', fc.record({ kind: fc.constant('escalate' as const), code })).map((each) => each.arbitrary),
  fc.record({
    kind: fc.constant('maybe-end' as const),
    by: fc.constantFrom<'none' | 'terminate' | 'error' | 'escalation'>(
      'none',
      'terminate',
      'error',
      ...(isOn('escalation') ? (['escalation'] as const) : []),
    ),
    code,
  }),
  ...only('compensation', fc.record({ kind: fc.constant('undo' as const), one: fc.boolean(), ends: fc.boolean() })).map(
    (each) => each.arbitrary,
  ),
);

const undoable = fc.record({
  kind: fc.constant('undoable' as const),
  what: fc.constantFrom<'pass' | 'user' | 'service'>('pass', 'user', 'service'),
  handler: fc.constantFrom<'script' | 'user' | 'service'>('script', 'user', 'service'),
  multi: times,
});

/** Some steps, and then all of them are undone. */
const saga: fc.Arbitrary<Block> = fc
  .tuple(fc.array(undoable, { minLength: 2, maxLength: 3, size: 'max' }), fc.boolean())
  .map(([steps, one]) => ({ kind: 'sequence', blocks: [...steps, { kind: 'undo', one, ends: false }] }));

const thrown: fc.Arbitrary<Extract<Block, { code: string }>> = fc.oneof(
  fc.record({ kind: fc.constant('escalate' as const), code }),
  fc.record({ kind: fc.constant('maybe-end' as const), by: fc.constant('error' as const), code }),
);

/** Catch-all and exact code side by side, in event sub-processes or at the boundary; the catch-all throws again. */
const catching = (drawn: {
  readonly before: Block;
  readonly thrown: Extract<Block, { code: string }>;
  readonly guards: readonly Guard[];
  readonly subs: readonly Sub[];
  readonly again: Block;
  readonly inside: boolean;
  readonly exactFirst: boolean;
  readonly isCaughtExactly: boolean;
  readonly multi: Times;
}): Block => {
  const by = drawn.thrown.kind === 'escalate' ? 'escalation' : 'error';
  const other = drawn.thrown.code === 'E1' ? 'E2' : 'E1';
  const code = drawn.isCaughtExactly ? drawn.thrown.code : other;
  const exact: Sub = { by, interrupting: drawn.exactFirst, code, block: { kind: 'user' } };
  const all: Sub = { by, interrupting: !drawn.exactFirst, code: null, block: drawn.again };
  const handlers = drawn.exactFirst ? [exact, all] : [all, exact];
  return {
    kind: 'scope',
    block: { kind: 'sequence', blocks: [drawn.before, drawn.thrown] },
    guards: drawn.inside ? drawn.guards : [...handlers, ...drawn.guards],
    subs: drawn.inside ? [...handlers, ...drawn.subs] : drawn.subs,
    multi: drawn.multi,
    local: false,
  };
};

/** Structured models, at most five deep. */
export const { block, subs } = fc.letrec<{ block: Block; guards: readonly Guard[]; subs: readonly Sub[] }>((tie) => ({
  guards: fc.array(
    fc.record({ by: eventKinds('boundary'), interrupting: fc.boolean(), code: codes, block: tie('block') }),
    { maxLength: 2 },
  ),
  subs: isOn('event sub-process')
    ? fc.array(
        fc.record({
          by: eventKinds('event sub-process'),
          interrupting: fc.boolean(),
          code: codes,
          block: tie('block'),
        }),
        { maxLength: 2 },
      )
    : fc.constant([]),
  block: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'block', depthSize: 'max', withCrossShrink: true },
    { weight: 3, arbitrary: leaf },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom<'sequence' | 'exclusive' | 'parallel' | 'split'>(
          'sequence',
          'sequence',
          'exclusive',
          'parallel',
          'split',
        ),
        blocks: fc.array(tie('block'), { minLength: 2, maxLength: 4, size: 'max' }),
      }),
    },
    ...only(
      'inclusive',
      fc.record({
        kind: fc.constant('inclusive' as const),
        blocks: fc.array(tie('block'), { minLength: 2, maxLength: 4 }),
      }),
      2,
    ),
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('loop' as const),
        times: fc.integer({ min: 1, max: 3 }),
        block: tie('block'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('race' as const),
        blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
        receives: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('guarded' as const),
        what: fc.constantFrom<'user' | 'service'>('user', 'service'),
        guards: tie('guards'),
        multi: times,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('scope' as const),
        block: tie('block'),
        guards: tie('guards'),
        subs: tie('subs'),
        multi: times,
        local: fc.boolean(),
      }),
    },
    ...only('compensation', undoable),
    ...only('compensation', saga),
    // A scope in which something is thrown, and handlers of all kinds for it; one of them may throw again.
    ...(isOn('event sub-process') && isOn('escalation')
      ? [
          {
            weight: 2,
            arbitrary: fc
              .record({
                before: tie('block'),
                thrown,
                guards: tie('guards'),
                subs: tie('subs'),
                again: thrown,
                inside: fc.boolean(),
                exactFirst: fc.boolean(),
                isCaughtExactly: fc.boolean(),
                multi: times,
              })
              .map(catching),
          },
        ]
      : []),
    ...only(
      'transaction',
      fc.record({ kind: fc.constant('transaction' as const), block: tie('block'), guards: tie('guards') }),
    ),
  ),
}));
