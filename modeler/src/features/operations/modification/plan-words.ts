import { t } from '../../../language/texts';
import type { PlanStep } from './modification-plan';

/** What a step will do, as a sentence without its end. */
export function stepInWords(step: PlanStep, nameOf: (elementId: string) => string): string {
  switch (step.kind) {
    case 'move':
      return t('Move from {{from}} to {{to}}', { from: nameOf(step.from), to: nameOf(step.to) });
    case 'cancel':
      return t('Cancel at {{name}}', { name: nameOf(step.elementId) });
    case 'begin':
      return t('Begin at {{name}}', { name: nameOf(step.elementId) });
  }
}
