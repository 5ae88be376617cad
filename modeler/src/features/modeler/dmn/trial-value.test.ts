import { describe, expect, it } from 'vitest';
import { neededVariables } from './needed-variables';
import { trialVariables } from './trial-value';

describe('trialVariables', () => {
  it('should read JSON as JSON and anything else as text, and leave out what is empty', () => {
    expect(
      trialVariables({ a: '12', b: ' true ', c: 'gold', d: '"12"', e: '', f: '[1, {"x": null}]', g: '1 000' }),
    ).toEqual({
      a: 12,
      b: true,
      c: 'gold',
      d: '12',
      f: [1, { x: null }],
      g: '1 000',
    });
  });
});

describe('neededVariables', () => {
  const input = (text: string) => ({
    $type: 'dmn:InputClause',
    id: text,
    inputExpression: { $type: 'dmn:LiteralExpression', id: 'x', text },
  });

  it('should name what comes from outside, through all required decisions', () => {
    const definitions = {
      $type: 'dmn:Definitions',
      id: 'd',
      drgElement: [
        { $type: 'dmn:InputData', id: 'i1', name: 'amount' },
        {
          $type: 'dmn:Decision',
          id: 'risk',
          name: 'Risk',
          informationRequirement: [{ $type: 'dmn:InformationRequirement', id: 'r1', requiredInput: { href: '#i1' } }],
          decisionLogic: { $type: 'dmn:DecisionTable', id: 't1', input: [input('customer.age'), input('amount * 2')] },
        },
        {
          $type: 'dmn:Decision',
          id: 'rate',
          informationRequirement: [
            { $type: 'dmn:InformationRequirement', id: 'r2', requiredDecision: { href: '#risk' } },
          ],
          decisionLogic: { $type: 'dmn:DecisionTable', id: 't2', input: [input('Risk'), input('years')] },
        },
      ],
    };
    expect(neededVariables(definitions, 'rate')).toEqual(['years', 'amount', 'customer']);
    expect(neededVariables(definitions, 'risk')).toEqual(['amount', 'customer']);
  });
});
