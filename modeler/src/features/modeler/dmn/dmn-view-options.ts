import { translateModule } from '../../../shared/diagram/translate-module';
import { ruleChoiceModule } from './rules/rule-choice-module';

const spoken = { additionalModules: [translateModule] } as const;

/** How every picture of a DMN file is drawn and in which language its words are, for each kind of view. */
export const dmnViewOptions = {
  drd: {
    ...spoken,
    drdRenderer: { defaultFillColor: 'var(--b-shape-fill)', defaultStrokeColor: 'var(--b-shape-stroke)' },
  },
  decisionTable: { additionalModules: [translateModule, ruleChoiceModule] },
  literalExpression: spoken,
  boxedExpression: spoken,
} as const;
