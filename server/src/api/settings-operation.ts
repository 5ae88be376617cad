import { z } from 'zod';
import type { ShownSetting } from '../shown-settings.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { listOf } from './operation/answer-types.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';

const settingType = z
  .strictObject({
    name: z.string().describe('The variable of the environment that it comes from.'),
    value: z.string().nullable().describe('What is in effect; of a secret only that it is set.'),
  })
  .meta({ id: 'Setting' });

/** How this server is set up, for its administrators. */
export const settingsOperation = (settings: readonly ShownSetting[]): Operation =>
  operation({
    id: 'getSettings',
    method: 'GET',
    path: '/ext/settings',
    tag: 'Cluster',
    summary: 'Read the settings that are in effect, without secrets',
    answer: json(listOf(settingType)),
    access: needs('SYSTEM', 'READ'),
    isTenantAware: true,
    example: { answer: { items: [{ name: 'BATON_HISTORY_TTL', value: 'P180D' }] } },
    run: () => ({ items: [...settings] }),
  });
