import { describe, expect, it } from 'vitest';
import type { PlayState } from '../../../api/plays';
import { coverageMarks, playActions, playMarks } from './play-marks';

const at = (elementId: string, nth = 1) => ({ processId: 'p', elementId, nth });
const element = (elementId: string, elementType: string, more: object = {}) => ({
  at: at(elementId),
  processInstanceKey: '1',
  elementInstanceKey: '2',
  elementType,
  scopeKey: '1',
  loopCounter: null,
  calledProcessInstanceKey: null,
  ...more,
});
const open = (kind: PlayState['open'][number]['kind'], elementId: string, processInstanceKey = '1') => ({
  kind,
  at: at(elementId),
  processInstanceKey,
  elementInstanceKey: '2',
  label: '',
  detail: null,
  dueAt: null,
  formSchema: null,
  activities: null,
});

const state = (part: Partial<PlayState>): PlayState => ({
  now: '2030-01-01T00:00:00.000Z',
  processInstanceKey: '1',
  status: 'ACTIVE',
  instances: [
    {
      processInstanceKey: '1',
      processId: 'p',
      status: 'ACTIVE',
      parentProcessInstanceKey: null,
      parentElementInstanceKey: null,
    },
  ],
  elements: [],
  parked: [],
  open: [],
  variables: [],
  elementIds: [],
  steps: [],
  recorded: {},
  visited: [],
  stopped: null,
  isGoingOn: false,
  ...part,
});

describe('the marks of a play', () => {
  it('should count the instances of a multi-instance, and not its body', () => {
    const played = state({
      elements: [
        element('work', 'MULTI_INSTANCE_BODY'),
        element('work', 'SERVICE_TASK'),
        element('work', 'SERVICE_TASK'),
      ],
      visited: [{ processId: 'p', elements: [{ id: 'work', count: 3 }], flows: [{ id: 'f', count: 1 }] }],
    });
    const { elements, takenFlows } = playMarks(played, ['1']);
    expect(elements).toMatchObject([{ elementId: 'work', tokens: 2, completed: 1 }]);
    expect(takenFlows).toEqual(['f']);
  });

  it('should show tokens at joins and incidents of the instance that is looked at', () => {
    const parked = { processInstanceKey: '1', processId: 'p', elementId: 'join', flowId: 'f', count: 2 };
    const played = state({ parked: [parked], open: [open('incident', 'work'), open('incident', 'work', '9')] });
    expect(playMarks(played, ['1']).elements).toMatchObject([
      { elementId: 'join', waiting: 2 },
      { elementId: 'work', incidents: 1 },
    ]);
  });

  it('should offer one button for each element, and one for what it calls', () => {
    const played = state({
      elements: [element('call', 'CALL_ACTIVITY', { calledProcessInstanceKey: '5' })],
      open: [open('job', 'work'), open('timer', 'work'), open('job', 'elsewhere', '9')],
    });
    expect(playActions(played, ['1'], (id) => id.toUpperCase())).toEqual([
      { elementId: 'work', kind: 'go', label: 'Go on at WORK' },
      { elementId: 'call', kind: 'look', label: 'Open what CALL calls' },
    ]);
  });

  it('should offer to begin the activities of an ad-hoc sub-process, each once', () => {
    const adHoc = { ...open('ad-hoc', 'tasks'), activities: ['a', 'b'] };
    const played = state({ open: [adHoc, { ...adHoc, kind: 'job' }, open('user-task', 'a')] });
    expect(playActions(played, ['1'], (id) => id)).toEqual([
      { elementId: 'tasks', kind: 'go', label: 'Go on at tasks' },
      { elementId: 'a', kind: 'go', label: 'Go on at a' },
      { elementId: 'a', kind: 'begin', label: 'Begin a' },
      { elementId: 'b', kind: 'begin', label: 'Begin b' },
    ]);
  });

  it('should tell what scenarios did not come to', () => {
    const marks = coverageMarks({
      processId: 'p',
      resourceName: 'p.bpmn',
      percent: 50,
      elements: [
        { id: 'a', count: 2 },
        { id: 'b', count: 0 },
      ],
      flows: [
        { id: 'f', count: 1 },
        { id: 'g', count: 0 },
      ],
    });
    expect(marks.takenFlows).toEqual(['f']);
    expect(marks.uncovered).toEqual(['b', 'g']);
  });
});
