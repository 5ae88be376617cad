const panels = ['variables', 'incidents', 'jobs', 'timeline', 'history', 'elements', 'calls'] as const;

/** What can be shown below the diagram of an instance. `elements` is a panel of its own only where there is little room. */
export type InstancePanel = (typeof panels)[number];

/** What the address of an instance holds. */
export interface InstanceSearch {
  /** (Default: variables) */
  readonly panel?: InstancePanel;
  /** Id of the chosen element. */
  readonly element?: string;
  /** Key of the chosen element instance: the scope whose variables are shown. (Default: the whole instance) */
  readonly scope?: string;
  /** Number of the step of its history that is shown. (Default: how it is now) */
  readonly at?: number;
}

function text(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : undefined;
}

/** Reads an instance's part of the address; anything unknown is dropped. */
export function validateInstanceSearch(search: Record<string, unknown>): InstanceSearch {
  const panel = panels.find((candidate) => candidate === search['panel']);
  const element = text(search['element']);
  const scope = text(search['scope']);
  const at = Number(search['at']);
  return {
    ...(panel === undefined ? {} : { panel }),
    ...(element === undefined ? {} : { element }),
    ...(scope !== undefined && /^\d{1,25}$/.test(scope) ? { scope } : {}),
    ...(Number.isSafeInteger(at) && at > 0 ? { at } : {}),
  };
}
