import type { PlayAnswer } from './play-answer.ts';
import type { PlayStart } from './play-input.ts';
import type { Scenario } from './scenario-type.ts';

export const playStartExample: PlayStart = { processId: 'order', at: '2030-01-31T10:00:00Z', variables: { amount: 3 } };

/** An order that waits for being shipped. */
export const playExample: PlayAnswer = {
  problems: [],
  state: {
    now: '2030-01-31T10:00:00.000Z',
    processInstanceKey: '6',
    status: 'ACTIVE',
    instances: [
      {
        processInstanceKey: '6',
        processId: 'order',
        status: 'ACTIVE',
        parentProcessInstanceKey: null,
        parentElementInstanceKey: null,
      },
    ],
    elements: [
      {
        at: { processId: 'order', elementId: 'ship', nth: 1 },
        processInstanceKey: '6',
        elementInstanceKey: '9',
        elementType: 'SERVICE_TASK',
        scopeKey: '6',
        loopCounter: null,
        calledProcessInstanceKey: null,
      },
    ],
    parked: [],
    open: [
      {
        kind: 'job',
        at: { processId: 'order', elementId: 'ship', nth: 1 },
        processInstanceKey: '6',
        elementInstanceKey: '9',
        label: 'ship-order',
        detail: null,
        dueAt: null,
        formSchema: null,
        activities: null,
      },
    ],
    variables: [
      {
        at: { processId: 'order', elementId: 'order', nth: 1 },
        processInstanceKey: '6',
        scopeKey: '6',
        name: 'amount',
        value: 3,
      },
    ],
    elementIds: [
      { key: '6', elementId: 'order' },
      { key: '9', elementId: 'ship' },
    ],
    steps: [
      {
        entries: [{ processInstanceKey: '6', records: [{ type: 'element-activated', key: '9', elementId: 'ship' }] }],
        isCut: false,
      },
    ],
    recorded: { status: 'ACTIVE', path: ['begin'], waitsAt: ['ship'], variables: { amount: 3 } },
    visited: [{ processId: 'order', elements: [{ id: 'ship', count: 1 }], flows: [{ id: 'to-ship', count: 1 }] }],
    stopped: null,
    isGoingOn: false,
  },
};

export const scenarioExample: Scenario = {
  name: 'It is shipped',
  start: playStartExample,
  commands: [{ type: 'complete-job', at: { elementId: 'ship' }, variables: { parcel: 'P-7' } }],
  expect: { status: 'COMPLETED', path: ['begin', 'ship', 'end'], variables: { parcel: 'P-7' } },
};
