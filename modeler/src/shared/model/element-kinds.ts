/** Kinds of elements that lie around the course of a process, not in it: nothing ever is at one of them. */
export const besidesTheFlow: ReadonlySet<string> = new Set([
  'Definitions',
  'Sequence flow',
  'Message flow',
  'Association',
  'Group',
  'Text annotation',
  'Lane',
  'Collaboration',
  'Participant',
  'Message',
  'Signal',
  'Error',
  'Escalation',
  'Category',
  'Data object',
]);
