import { addDuration } from '@baton/engine';
import { z } from 'zod';
import { accessSchema, readAccess } from './access-config.ts';
import type { AccessConfig } from './access-config.ts';
import { defaultScriptSettings } from './runtime/scripts/scripts.ts';
import type { ScriptSettings } from './runtime/scripts/scripts.ts';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  BATON_DATA: z.string().min(1).default('./data'),
  BATON_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  BATON_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  BATON_SCRIPTS: z.enum(['on', 'off']).default('on'),
  BATON_SCRIPT_TIMEOUT_MS: z.coerce.number().int().min(1).max(10_000).default(100),
  BATON_SCRIPT_MEMORY_MB: z.coerce.number().int().min(1).max(1_024).default(16),
  BATON_LISTENER_WAIT_MS: z.coerce.number().int().min(1).max(600_000).default(10_000),
  BATON_MAX_WAITING: z.coerce.number().int().min(1).max(1_000_000).default(10_000),
  BATON_DOCUMENT_MAX_MB: z.coerce.number().int().min(1).max(100).default(10),
  BATON_CONTROLLED_CLOCK: z.enum(['on', 'off']).default('off'),
  BATON_HISTORY_TTL: z
    .string()
    .refine((text) => addDuration(text, 0) !== null, 'must be a duration of ISO 8601 such as P180D')
    .optional(),
  BATON_ENVIRONMENT: z.string().max(40).optional(),
  ...accessSchema,
});

/** The variables of the environment that settings are read from. */
export const settingNames: readonly string[] = Object.keys(schema.shape);

/** The settings of a server. */
export interface Config extends AccessConfig {
  /** TCP port; 0 takes a free one. (Default: 8080.) */
  readonly port: number;
  /** Folder of the SQLite file. (Default: ./data.) */
  readonly dataFolder: string;
  /** PostgreSQL instead of SQLite; null for SQLite. */
  readonly databaseUrl: string | null;
  readonly logLevel: string;
  /** A tag such as "test" that the web app shows; null for none. */
  readonly environment: string | null;
  /** How long ended instances are kept whose process does not say it, a duration of ISO 8601. (Default: null, for ever.) */
  readonly historyTimeToLive: string | null;
  /** Whether and within which limits JavaScript script tasks run. (Default: on, 100 ms, 16 MB.) */
  readonly scripts: ScriptSettings;
  /** How long a request that changes a user task waits for its task listeners, milliseconds. (Default: 10,000.) */
  readonly listenerWaitMs: number;
  /** How many commands may wait; more are refused with 503. (Default: 10,000.) */
  readonly maxWaiting: number;
  /** How large a document may be, bytes. (Default: 10 MB.) */
  readonly maxDocumentBytes: number;
  /** Whether every answer is checked against the API's own description, which costs time. No setting: tests ask for it. */
  readonly checkAnswers: boolean;
  /** Told the password of the first administrator. No setting: tests ask for it. (Default: printed.) */
  readonly tellPassword?: (username: string, password: string) => void;
  /** Whether the clock may be stopped and set by the API, for tests of processes. (Default: false.) */
  readonly isClockControlled: boolean;
}

/** Reads the settings from the environment. Throws a sentence for people when something is wrong, or not safe. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(present);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The settings are not right. ${problems.join('. ')}.`);
  }
  const settings = result.data;
  return {
    port: settings.PORT,
    ...readAccess(settings),
    dataFolder: settings.BATON_DATA,
    databaseUrl: settings.BATON_DATABASE_URL ?? null,
    logLevel: settings.BATON_LOG_LEVEL,
    environment: settings.BATON_ENVIRONMENT ?? null,
    listenerWaitMs: settings.BATON_LISTENER_WAIT_MS,
    maxWaiting: settings.BATON_MAX_WAITING,
    maxDocumentBytes: settings.BATON_DOCUMENT_MAX_MB * 1024 * 1024,
    checkAnswers: false,
    isClockControlled: settings.BATON_CONTROLLED_CLOCK === 'on',
    historyTimeToLive: settings.BATON_HISTORY_TTL ?? null,
    scripts: {
      ...defaultScriptSettings,
      isOn: settings.BATON_SCRIPTS === 'on',
      limits: {
        timeoutMs: settings.BATON_SCRIPT_TIMEOUT_MS,
        memoryBytes: settings.BATON_SCRIPT_MEMORY_MB * 1024 * 1024,
      },
    },
  };
};
