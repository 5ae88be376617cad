/** What was typed into a task before it is completed; by variable name. */
export type TaskDraft = Readonly<Record<string, unknown>>;

const prefix = 'baton.task-draft.';

/** Reads the draft of a task; an empty one where there is none or it cannot be read. */
export function readTaskDraft(userTaskKey: string): TaskDraft {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(prefix + userTaskKey) ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as TaskDraft) : {};
  } catch {
    return {};
  }
}

/** Keeps the draft of a task in this browser; an empty draft is none. */
export function writeTaskDraft(userTaskKey: string, draft: TaskDraft): void {
  try {
    if (Object.keys(draft).length === 0) localStorage.removeItem(prefix + userTaskKey);
    else localStorage.setItem(prefix + userTaskKey, JSON.stringify(draft));
  } catch {
    // Storage is full or forbidden: what was typed lasts as long as the page.
  }
}

/**
 * What differs from the variables that the form began with. Only that is kept: a variable that changes meanwhile on the
 * server and was not touched here must not be overwritten by an old copy.
 */
export function changedData(data: TaskDraft, base: TaskDraft): TaskDraft {
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  return Object.fromEntries(Object.entries(data).filter(([name, value]) => !same(value, base[name]) && value !== ''));
}
