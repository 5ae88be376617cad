import type { Scenario } from '../scenario.ts';
import { p01 } from './p01-in-memory.ts';
import { p02 } from './p02-loop.ts';
import { p03 } from './p03-multi-instance.ts';
import { p05 } from './p05-one-client.ts';
import { p06 } from './p06-hundred-clients.ts';
import { p08 } from './p08-straight-through.ts';
import { p14 } from './p14-feel.ts';

/** All scenarios, in the order of their numbers. */
export const scenarios: readonly Scenario[] = [p01, p02, p03, p05, p06, p08, p14];
