/** How pressing a task is, for its color and its word. */
export type Urgency = 'overdue' | 'soon' | 'later';

const soonMs = 24 * 3_600_000;

/** Urgency of an open task by its due date (ISO 8601); null where it has none. Soon means within 24 hours. */
export function urgencyOf(dueDate: string | null, nowMs: number): Urgency | null {
  if (dueDate === null) return null;
  const dueMs = Date.parse(dueDate);
  if (Number.isNaN(dueMs)) return null;
  if (dueMs < nowMs) return 'overdue';
  return dueMs - nowMs <= soonMs ? 'soon' : 'later';
}

/** A priority (0 to 100, 50 is normal) as a word; null for what is normal. */
export function priorityWord(priority: number): 'Urgent' | 'High' | 'Low' | null {
  if (priority >= 90) return 'Urgent';
  if (priority > 50) return 'High';
  return priority < 50 ? 'Low' : null;
}
