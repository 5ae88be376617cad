import type { Command } from '../command.ts';
import type { Rejection } from '../failure.ts';
import type { Step } from '../step.ts';
import { propagate, setLocal } from '../variables.ts';

export const setVariables = (step: Step, command: Extract<Command, { type: 'set-variables' }>): Rejection | null => {
  if (!step.state.elements.has(command.scopeKey)) {
    return {
      code: 'NOT_FOUND',
      detail: `Expected scope ${command.scopeKey} to be active, but no such element instance is found.`,
    };
  }
  const entries = Object.entries(command.variables);
  if (command.local) setLocal(step, command.scopeKey, entries);
  else propagate(step, command.scopeKey, entries);
  return null;
};
