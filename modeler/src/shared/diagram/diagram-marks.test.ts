import { describe, expect, it } from 'vitest';
import { markInWords, marksOfPath, marksOfStatistics } from './diagram-marks';

const element = { elementId: 'approve', active: 1, completed: 2, terminated: 0, incidents: 0 };

describe('marksOfPath', () => {
  it('should place tokens and name the flows that were taken', () => {
    const marks = marksOfPath({
      elements: [element],
      flows: [
        { sequenceFlowId: 'f1', count: 2 },
        { sequenceFlowId: 'f2', count: 0 },
      ],
      waiting: [],
    });
    expect(marks.takenFlows).toEqual(['f1']);
    expect(marks.elements).toEqual([
      { elementId: 'approve', tokens: 1, incidents: 0, waiting: 0, completed: 2, terminated: 0 },
    ]);
  });

  it('should add up the tokens that wait at a join, also one that was never entered', () => {
    const marks = marksOfPath({
      elements: [],
      flows: [],
      waiting: [
        { sequenceFlowId: 'a', elementId: 'join', count: 1 },
        { sequenceFlowId: 'b', elementId: 'join', count: 2 },
      ],
    });
    expect(marks.elements).toEqual([
      { elementId: 'join', tokens: 0, incidents: 0, waiting: 3, completed: 0, terminated: 0 },
    ]);
  });
});

describe('marksOfStatistics', () => {
  it('should leave out elements where nothing is now', () => {
    const marks = marksOfStatistics([
      { elementId: 'done', active: 0, canceled: 1, incidents: 0, completed: 9 },
      { elementId: 'stuck', active: 3, canceled: 0, incidents: 2, completed: 0 },
    ]);
    expect(marks.elements.map(({ elementId, tokens, incidents }) => [elementId, tokens, incidents])).toEqual([
      ['stuck', 5, 2],
    ]);
  });
});

describe('markInWords', () => {
  it('should say incidents first', () => {
    expect(markInWords({ elementId: 'x', tokens: 1, incidents: 2, waiting: 0, completed: 1, terminated: 0 })).toEqual([
      '2 incidents to repair',
      '1 token here now',
      'Completed once',
    ]);
  });

  it('should say that an element was not reached', () => {
    expect(markInWords(undefined)).toEqual(['Not reached']);
  });
});
