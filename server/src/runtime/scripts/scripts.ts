import type { Json, Result, Variables } from '@baton/engine';
import { graceMs, startMs, startScriptThread } from './script-thread.ts';
import type { ScriptAnswer, ScriptLimits, ScriptQuestion, ScriptThread } from './script-thread.ts';

/** How long reading a script at deployment may take, milliseconds. */
const checkMs = 5_000;

/** How scripts are run. */
export interface ScriptSettings {
  /** Whether JavaScript is run at all. */
  readonly isOn: boolean;
  readonly limits: ScriptLimits;
  /** How long the scripts of one batch may hold it up together, milliseconds; those that take longer are answered by a later one. */
  readonly patienceMs: number;
  /** The file of the thread. (Default: the sandbox of this server.) */
  readonly threadFile?: string;
}

export const defaultScriptSettings: ScriptSettings = {
  isOn: true,
  limits: { timeoutMs: 100, memoryBytes: 16 * 1024 * 1024 },
  patienceMs: 20,
};

/** Runs JavaScript of models, where nothing of the server can be reached. Errors are what was found, with the line where it is known. */
export interface Scripts {
  /** Parses a script. The error is a sentence for people. */
  check(source: string): Promise<Result<null, string>>;
  /** The value of a script as JSON. `nowMs` is the present time as the script sees it. */
  run(source: string, variables: Variables, nowMs: number): Promise<Result<Json, string>>;
  /** By when all that was asked so far is answered, even if each takes all that it may; milliseconds from now. */
  longestMs(): number;
  readonly patienceMs: number;
  /** Waits for the script that runs; the others that wait are not run any more. */
  close(): Promise<void>;
}

const whenOff =
  'JavaScript is switched off on this server. Set BATON_SCRIPTS=on and start it again, or use a FEEL expression or a task definition.';

const whenUnasked =
  "The script itself is not to blame: see that the server has memory left and that its folder 'server/sandbox' is complete.";

/** The thread is started by the first script, and anew after one that did not keep its limits, or when it could not start before. */
export const createScripts = ({
  isOn,
  limits,
  patienceMs,
  threadFile,
}: ScriptSettings = defaultScriptSettings): Scripts => {
  let waiting = 0;
  let isClosed = false;
  let thread: ScriptThread | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const askNow = async (question: ScriptQuestion): Promise<ScriptAnswer> => {
    if (isClosed) return { ok: false, found: 'that the server is stopping', line: null, isUnasked: true };
    try {
      if (thread === null || thread.isOver()) thread = await startScriptThread(threadFile);
    } catch (error) {
      // The code, not the message: that names paths of the machine, and incidents are read by others.
      const { code } = error as { code?: string };
      const found = `that the thread for scripts did not start${code === undefined ? '' : ` (${code})`}`;
      return { ok: false, found, line: null, isUnasked: true };
    }
    return thread.ask(question);
  };
  /** One at a time, so that nobody's time runs while another's script does. */
  const ask = (question: ScriptQuestion): Promise<ScriptAnswer> => {
    waiting += 1;
    const answer = last.then(() => askNow(question)).finally(() => (waiting -= 1));
    last = answer.catch(() => undefined);
    return answer;
  };

  return {
    check: async (source) => {
      if (!isOn) return { ok: false, error: `Expected no JavaScript, found some. ${whenOff}` };
      // Reading a script runs none of it: a busy machine must not refuse what is right.
      const answer = await ask({ type: 'check', source, limits: { ...limits, timeoutMs: checkMs } });
      if (answer.ok) return { ok: true, value: null };
      if (answer.isUnasked === true)
        return {
          ok: false,
          error: `Expected to check the script, found ${answer.found}. ${whenUnasked} Then deploy again.`,
        };
      return {
        ok: false,
        error: `Expected JavaScript, found ${where(answer.line)}${answer.found}. Correct the script.`,
      };
    },
    run: async (source, variables, nowMs) => {
      if (!isOn)
        return { ok: false, error: `Expected to run the script, found: ${whenOff} Then resolve the incident.` };
      const answer = await ask({ type: 'run', source, variables: JSON.stringify(variables), nowMs, limits });
      if (answer.ok) return { ok: true, value: JSON.parse(answer.json) as Json };
      const hint =
        answer.isUnasked === true
          ? `${whenUnasked} Then resolve the incident.`
          : 'Correct the variables that it reads, or the model, then resolve the incident.';
      return {
        ok: false,
        error: `Expected the script to give a value, found ${where(answer.line)}${answer.found}. ${hint}`,
      };
    },
    longestMs: () => startMs + waiting * (limits.timeoutMs + graceMs),
    patienceMs,
    close: async () => {
      isClosed = true;
      await last;
      await thread?.end();
    },
  };
};

const where = (line: number | null): string => (line === null ? '' : `in line ${line}: `);
