import { containsPattern } from '../../api/infinite-search';
import type { SearchQuery } from '../../api/search';
import { parseJson } from '../../shared/json/parse-json';

const states = ['active', 'incident', 'completed', 'terminated'] as const;

/** Fields that the list can be sorted by, as the server calls them. */
export const sortFields = [
  'startDate',
  'endDate',
  'processDefinitionName',
  'businessId',
  'processInstanceKey',
  'state',
] as const;
export type SortField = (typeof sortFields)[number];

/** What the address of the instance list holds; what is missing does not narrow the list. */
export interface InstancesSearch {
  readonly state?: 'active' | 'incident' | 'completed' | 'terminated';
  /** Id of the process. */
  readonly process?: string;
  readonly version?: number;
  /** Id of the element that instances are at. */
  readonly element?: string;
  /** Process instance key. */
  readonly key?: string;
  /** Part of the business id. */
  readonly business?: string;
  /** First and last day of the start, `YYYY-MM-DD` in local time. */
  readonly from?: string;
  readonly to?: string;
  /** Name of a variable, and its value: JSON, or text without quotes. */
  readonly variable?: string;
  readonly value?: string;
  /** (Default: startDate) */
  readonly sort?: SortField;
  /** (Default: desc) */
  readonly order?: 'asc';
  /** Cursor of the page. */
  readonly after?: string;
  readonly before?: string;
}

/** A text, also one that the router took for a number or a truth value. */
function text(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function day(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined;
}

function defined<Shape extends object>(shape: Shape): Shape {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape;
}

/** Reads the instance list's part of the address; anything unknown is dropped. */
export function validateInstancesSearch(search: Record<string, unknown>): InstancesSearch {
  const version = Number(search['version']);
  return defined<InstancesSearch>({
    state: states.find((state) => state === search['state']),
    process: text(search['process']),
    version: Number.isInteger(version) && version > 0 ? version : undefined,
    element: text(search['element']),
    key: text(search['key']),
    business: text(search['business']),
    from: day(search['from']),
    to: day(search['to']),
    variable: text(search['variable']),
    value: text(search['value']),
    sort: sortFields.find((field) => field === search['sort']),
    order: search['order'] === 'asc' ? 'asc' : undefined,
    after: text(search['after']),
    before: text(search['before']),
  });
}

const stateFilters = {
  active: { state: 'ACTIVE' },
  incident: { state: 'ACTIVE', hasIncident: true },
  completed: { state: 'COMPLETED' },
  terminated: { state: 'TERMINATED' },
} as const;

/** The JSON text that a variable must have: what was typed where it is JSON, else the typed text as a string. */
export function valueAsJson(typed: string): string {
  const parsed = parseJson(typed);
  return JSON.stringify(parsed.ok ? parsed.value : typed);
}

/** Whether a text can be the key of an instance. */
export function isKey(typed: string): boolean {
  return /^\d{1,25}$/.test(typed);
}

/** The conditions that the address stands for; null when no instance can meet them. */
export function instancesFilter(search: InstancesSearch): Readonly<Record<string, unknown>> | null {
  const { state, process, version, element, key, business, from, to, variable, value } = search;
  if (key !== undefined && !isKey(key.trim())) return null;
  const startDate = defined({
    $gte: from === undefined ? undefined : new Date(`${from}T00:00:00`).toISOString(),
    $lte: to === undefined ? undefined : new Date(`${to}T23:59:59.999`).toISOString(),
  });
  return defined({
    ...(state === undefined ? {} : stateFilters[state]),
    processDefinitionId: process,
    processDefinitionVersion: process === undefined ? undefined : version,
    processInstanceKey: key?.trim(),
    businessId: business === undefined ? undefined : { $like: containsPattern(business) },
    startDate: Object.keys(startDate).length === 0 ? undefined : startDate,
    variables:
      variable === undefined || value === undefined ? undefined : [{ name: variable, value: valueAsJson(value) }],
    ...(element === undefined ? {} : { elementId: element, elementInstanceState: 'ACTIVE' }),
  });
}

/** Instances on one page. */
export const pageSize = 50;

/** The whole search that the address stands for; null when no instance can meet it. */
export function instancesQuery(search: InstancesSearch): SearchQuery | null {
  const filter = instancesFilter(search);
  if (filter === null) return null;
  const { sort = 'startDate', order, after, before } = search;
  return {
    filter,
    sort: [{ field: sort, order: order === 'asc' ? 'ASC' : 'DESC' }],
    page:
      after !== undefined
        ? { after, limit: pageSize }
        : before !== undefined
          ? { before, limit: pageSize }
          : { limit: pageSize },
  };
}

/** How many of the rarely used conditions are set. */
export function detailCount({ business, from, to, variable }: InstancesSearch): number {
  return [business, from ?? to, variable].filter((condition) => condition !== undefined).length;
}
