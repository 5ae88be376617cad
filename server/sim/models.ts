import { readFileSync } from 'node:fs';
import type { Variables } from '@baton/engine';
import type { UploadedFile } from '../src/runtime/deployment/prepared-resource.ts';
import { projectFile } from '../src/project-file.ts';

/** A model of `fixtures/` that runs in the simulation. */
export interface SimModel {
  readonly fixture: string;
  /** The processes that clients start. */
  readonly processes: readonly string[];
  /** Types of its jobs. */
  readonly jobTypes: readonly string[];
  /** Names of messages that clients send; correlated by the instance's id. */
  readonly messages: readonly string[];
  readonly signals: readonly string[];
}

const simModel = (fixture: string, work: Partial<Omit<SimModel, 'fixture'>> = {}): SimModel => ({
  fixture,
  processes: [fixture],
  jobTypes: [],
  messages: [],
  signals: [],
  ...work,
});

const travel = ['Hotel', 'undoHotel', 'Flight', 'undoFlight', 'Car', 'undoCar'];

/** No two of them have a process of the same id, and each comes to its end when everybody does what it waits for. */
export const simModels: readonly SimModel[] = [
  simModel('service-task', { jobTypes: ['work-a'] }),
  simModel('parallel-gateway', { jobTypes: ['a', 'b', 'c'] }),
  simModel('inclusive-gateway'),
  simModel('inclusive-join-and-boundary', { messages: ['stop'] }),
  simModel('multi-instance-parallel', { jobTypes: ['work'] }),
  simModel('multi-instance-sequential', { jobTypes: ['work'] }),
  simModel('catch-timer'),
  simModel('boundary-timer', { jobTypes: ['work'] }),
  simModel('boundary-timer-cycle', { jobTypes: ['work'] }),
  simModel('event-based-gateway', { messages: ['answer', 'letter'], signals: ['stop'] }),
  simModel('catch-message', { messages: ['paid'] }),
  simModel('boundary-message', { jobTypes: ['work'], messages: ['stop'] }),
  simModel('event-sub-process-message-non-interrupting', { jobTypes: ['work'], messages: ['note'] }),
  simModel('event-sub-process-timer-cycle', { jobTypes: ['work'] }),
  simModel('event-sub-process-error', { jobTypes: ['work'] }),
  simModel('throw-signal', { processes: ['waiter', 'thrower'], signals: ['fire'] }),
  simModel('catch-signal', { signals: ['go'] }),
  simModel('call-activity', { processes: ['caller'] }),
  simModel('throw-compensation', { jobTypes: travel }),
  simModel('compensation-nested', { jobTypes: travel }),
  simModel('transaction-cancel', { jobTypes: ['Hotel', 'undoHotel', 'pay'] }),
  simModel('boundary-error', { jobTypes: ['work'] }),
  simModel('user-task'),
  simModel('complex-gateway'),
  simModel('send-and-receive', { processes: ['receiver', 'sender'], messages: ['hello'] }),
  simModel('start-message', { processes: [], messages: ['begin'] }),
  simModel('execution-listeners', { jobTypes: ['work', 'before', 'before2', 'behind'] }),
  simModel('start-timer-cycle', { processes: [] }),
];

/** Deployed by the run that draws it: its instances begin by themselves. */
export const startTimerModel = 'start-timer-cycle';
/** How many instances its timer begins. */
export const startTimerRepetitions = 3;

/** What fixtures wait for takes minutes and hours; here it takes seconds, so that a run has less idle time to go through. */
const shorter: readonly (readonly [RegExp, string])[] = [
  [/PT1H/g, 'PT8S'],
  [/PT10M/g, 'PT5S'],
  [/PT1M/g, 'PT4S'],
];

export const simFile = ({ fixture }: SimModel): UploadedFile => {
  const content = readFileSync(projectFile(`fixtures/bpmn/${fixture}.bpmn`), 'utf8');
  const shortened = shorter.reduce((text, [long, short]) => text.replace(long, short), content);
  return { name: `${fixture}.bpmn`, content: Buffer.from(shortened) };
};

/** What the models ask for. */
export const simVariables = (id: string): Variables => ({
  id,
  orderId: id,
  a: 1,
  b: 2,
  n: 1,
  x: 3,
  kind: 'a',
  tries: 3,
  tax: 4,
  amount: 50,
  order: { total: 10 },
  pause: 'PT6S',
  wantA: true,
  wantB: true,
  items: [1, 2, 3],
  result: 'r',
  reason: 'late',
  refused: true,
});
