/** What the generator may use. A construct that the engine does not execute is switched off here, and only here. */
const table = {
  inclusive: true,
  escalation: true,
  'boundary escalation': true,
  'event sub-process': true,
  'event sub-process escalation': true,
  'multi-instance': true,
  compensation: true,
  transaction: true,
} as const satisfies Record<string, boolean>;

export type Construct = keyof typeof table;

export const isOn = (construct: Construct): boolean => table[construct];
