/** Where an element instance is in its life. Names follow BPMN 2.0.2, figure 13.2, as far as the engine distinguishes them. */
export type ElementState = 'ACTIVATING' | 'ACTIVE' | 'COMPLETING' | 'COMPLETED' | 'TERMINATING' | 'TERMINATED';

/** The records that move an element instance, in the order in which a life without trouble shows them. */
export type LifecycleRecordType =
  | 'element-activating'
  | 'element-activated'
  | 'element-completing'
  | 'element-completed'
  | 'element-terminating'
  | 'element-terminated';

interface Transition {
  readonly from: readonly (ElementState | 'NONE')[];
  readonly to: ElementState;
  readonly meaning: string;
}

/**
 * Every legal transition, by the record that makes it. The guard in `evolve`, the scenario tests' teardown and the table in the docs
 * are all made from this. `ACTIVATING` and `COMPLETING` are skipped by elements that have nothing to do there that could fail.
 */
export const lifecycle: Readonly<Record<LifecycleRecordType, Transition>> = {
  'element-activating': {
    from: ['NONE'],
    to: 'ACTIVATING',
    meaning: 'a token entered; input mappings and subscriptions are made',
  },
  'element-activated': { from: ['NONE', 'ACTIVATING'], to: 'ACTIVE', meaning: 'the work of the element begins' },
  'element-completing': {
    from: ['ACTIVE'],
    to: 'COMPLETING',
    meaning: 'the work is done; output mappings and conditions are evaluated',
  },
  'element-completed': {
    from: ['ACTIVE', 'COMPLETING'],
    to: 'COMPLETED',
    meaning: 'the token leaves by the outgoing flows',
  },
  'element-terminating': {
    from: ['ACTIVATING', 'ACTIVE', 'COMPLETING'],
    to: 'TERMINATING',
    meaning: 'canceled, while listeners of that are still at work, or more of the process is to end than one step may',
  },
  'element-terminated': {
    from: ['ACTIVATING', 'ACTIVE', 'COMPLETING', 'TERMINATING'],
    to: 'TERMINATED',
    meaning: 'interrupted, canceled or ended with its scope',
  },
};

/** Whether the record may follow on that state. */
export const isLegalTransition = (from: ElementState | 'NONE', record: LifecycleRecordType): boolean =>
  lifecycle[record].from.includes(from);
