import { z } from 'zod';
import { text, variables } from './input.ts';
import { maxDurationMs, wholeNumber } from './whole-number.ts';

/** What one play may have: a person clicks, and whatever is longer is better run as a test of the program. */
export const maxPlayCommands = 500;
const maxFiles = 100;
const maxFileLength = 4 * 1024 * 1024;

const id = text(500).min(1);

/**
 * What a command is about, by names that mean the same in every replay: not by keys, which depend on what came before. It is looked for among
 * what is open when the command's turn comes.
 */
export const playTarget = z
  .strictObject({
    processId: id.optional().describe('(Default: the process that is played.)'),
    elementId: id,
    nth: z.int().min(1).max(1_000_000).optional().describe('Which of several, from 1, the oldest first. (Default: 1.)'),
  })
  .meta({ id: 'PlayTarget' });
export type PlayTarget = z.infer<typeof playTarget>;

const at = playTarget;
const given = variables.optional();

export const playCommand = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('complete-job'),
      at,
      variables: given,
      endsAdHoc: z
        .boolean()
        .optional()
        .describe('Of the job of an ad-hoc sub-process: nothing more begins in it. (Default: false.)'),
    }),
    z.strictObject({
      type: z.literal('begin-activities').describe('Begins activities of an ad-hoc sub-process by hand.'),
      at,
      elementIds: z.array(id).min(1).max(1_000),
      variables: given.describe('Known to each of them alone.'),
    }),
    z.strictObject({
      type: z.literal('fail-job'),
      at,
      message: text().optional(),
      retries: wholeNumber(0, 1_000)
        .optional()
        .describe('Those that are left. (Default: 0, which raises an incident.)'),
    }),
    z.strictObject({
      type: z.literal('throw-error'),
      at,
      code: id,
      message: text().optional(),
      variables: given,
    }),
    z.strictObject({ type: z.literal('complete-user-task'), at, variables: given }),
    z.strictObject({
      type: z
        .literal('deliver-message')
        .describe('The message that the element waits for, with the right correlation key.'),
      at,
      variables: given,
    }),
    z.strictObject({
      type: z.literal('publish-message').describe('Any message, as others would send it.'),
      name: id,
      correlationKey: text().optional(),
      variables: given,
    }),
    z.strictObject({ type: z.literal('broadcast-signal'), name: id, variables: given }),
    z.strictObject({
      type: z
        .literal('start-process')
        .describe('One more instance beside the one that is played, such as the other pool.'),
      processId: id,
      elementId: id.nullish().describe('The start event. (Default: the one without a trigger.)'),
      variables: given,
    }),
    z.strictObject({ type: z.literal('fire-timer').describe('Time passes until it is due.'), at }),
    z.strictObject({ type: z.literal('advance-clock'), byMs: wholeNumber(1, maxDurationMs) }),
    z.strictObject({
      type: z.literal('set-variables'),
      at: at.optional().describe('The scope; without, that of the process that is played.'),
      variables,
    }),
    z.strictObject({ type: z.literal('resolve-incident').describe('A job gets an attempt.'), at }),
    z.strictObject({ type: z.literal('cancel') }),
  ])
  .meta({ id: 'PlayCommand' });
export type PlayCommand = z.infer<typeof playCommand>;

export const playStart = z
  .strictObject({
    processId: id,
    elementId: id.nullish().describe('The start event. (Default: the one without a trigger.)'),
    variables: given,
    at: z.iso
      .datetime({ offset: true })
      .describe('What the clock shows at the beginning; from then on it stands still.'),
  })
  .meta({ id: 'PlayStart' });
export type PlayStart = z.infer<typeof playStart>;

export const playCommands = z.array(playCommand).max(maxPlayCommands);

const elementIds = z.array(id).max(10_000);

/** How a play has to end; what is left out may be anything. */
export const scenarioExpectation = z
  .strictObject({
    status: z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED']).optional().describe('How the instance stands at the end.'),
    path: elementIds.optional().describe('The elements of the instance that completed, in this order.'),
    waitsAt: elementIds
      .optional()
      .describe('The elements at which something can be done at the end, in alphabetical order.'),
    variables: variables.optional().describe('Variables of the instance at the end; others may be there.'),
  })
  .meta({ id: 'ScenarioExpectation' });
export type ScenarioExpectation = z.infer<typeof scenarioExpectation>;

/** The models: the one that is played, and those that it calls, asks or shows. */
export const playFiles = z
  .array(z.strictObject({ name: id, content: text(maxFileLength) }))
  .min(1)
  .max(maxFiles)
  .refine(
    (files) => files.reduce((sum, { content }) => sum + content.length, 0) <= maxFileLength,
    `must have ${maxFileLength} characters in all at most`,
  );
export type PlayFile = z.infer<typeof playFiles>[number];

export const playRequest = z.strictObject({ files: playFiles, start: playStart, commands: playCommands });
/** A play from its beginning: who sends it with one command more or less goes on, or steps back. */
export type PlayRequest = z.infer<typeof playRequest>;
