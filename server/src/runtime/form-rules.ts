import { compileExpression, evaluateJson } from '@baton/engine';
import type { Json } from '@baton/engine';

/** A field that breaks a rule of its form. */
export interface FieldProblem {
  /** Where its value is, with dots. */
  readonly field: string;
  /** What people call it; the same as `field` where it has no label. */
  readonly label: string;
  readonly message: string;
}

/** The most that is told; a form with more problems is not read by anybody. */
const maxProblems = 100;
/** Containers in containers, and no deeper: a form that is made to be deep must not fill the stack. */
const maxDepth = 20;

interface Component {
  readonly type?: unknown;
  readonly key?: unknown;
  readonly path?: unknown;
  readonly label?: unknown;
  readonly disabled?: unknown;
  readonly readonly?: unknown;
  readonly decimalDigits?: unknown;
  readonly validate?: Readonly<Record<string, unknown>>;
  readonly conditional?: { readonly hide?: unknown };
  readonly values?: unknown;
  readonly components?: unknown;
}

type Data = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valueAt = (data: unknown, path: readonly string[]): unknown => {
  let at = data;
  for (const part of path) {
    if (!isObject(at) || !Object.hasOwn(at, part)) return undefined;
    at = at[part];
  }
  return at;
};

/** Evaluates FEEL with the data of the form; undefined where it cannot be. */
const evaluated = (source: string, data: Data, nowMs: number): Json | undefined => {
  const compiled = compileExpression(source, 'feel');
  if (!compiled.ok) return undefined;
  const result = evaluateJson(
    compiled.value,
    (name) => (Object.hasOwn(data, name) ? (data[name] as Json) : undefined),
    nowMs,
  );
  return result.ok ? result.value : undefined;
};

/** A rule's value, which may be an expression. */
const ruleOf = (rules: Data, name: string, data: Data, nowMs: number): unknown => {
  const rule = rules[name];
  return typeof rule === 'string' && rule.startsWith('=') ? evaluated(rule.slice(1), data, nowMs) : rule;
};

const email = /^[^\s@]{1,256}@[^\s@]{1,256}$/;
const phone = /^\+[1-9]\d{0,3}[\d\s()-]{4,20}$/;

const isUnset = (type: unknown, value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (type === 'checkbox' && value === false) ||
  (Array.isArray(value) && value.length === 0);

const lengthProblem = (value: string, min: unknown, max: unknown): string | null => {
  const { length } = value.trim();
  if (Number.isFinite(Number(min ?? NaN)) && length < Number(min))
    return `Expected at least ${String(min)} characters, found ${length}.`;
  if (Number.isFinite(Number(max ?? NaN)) && length > Number(max))
    return `Expected at most ${String(max)} characters, found ${length}.`;
  return null;
};

const numberProblem = (value: unknown, min: unknown, max: unknown, decimalDigits: unknown): string | null => {
  const number = Number(value);
  if (Number.isNaN(number)) return 'Expected a number.';
  if (Number.isFinite(Number(min ?? NaN)) && number < Number(min))
    return `Expected ${String(min)} or more, found ${number}.`;
  if (Number.isFinite(Number(max ?? NaN)) && number > Number(max))
    return `Expected ${String(max)} or less, found ${number}.`;
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return typeof decimalDigits === 'number' && decimals > decimalDigits
    ? `Expected at most ${decimalDigits} decimal places, found ${decimals}.`
    : null;
};

/** The values of a choice that the form itself lists; null where they come from elsewhere. */
const listedValues = ({ values }: Component): readonly unknown[] | null =>
  Array.isArray(values) && values.length > 0
    ? values.map((each: unknown) => (isObject(each) ? each['value'] : each))
    : null;

const choices: ReadonlySet<unknown> = new Set(['radio', 'select', 'checklist', 'taglist']);

const fieldProblem = (component: Component, value: unknown, data: Data, nowMs: number): string | null => {
  const rules = isObject(component.validate) ? component.validate : {};
  const rule = (name: string): unknown => ruleOf(rules, name, data, nowMs);
  if (isUnset(component.type, value)) return rule('required') === true ? 'Expected a value, found none.' : null;
  if (choices.has(component.type)) {
    const listed = listedValues(component);
    const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
    const foreign = listed === null ? undefined : chosen.find((each) => !listed.includes(each));
    return foreign === undefined ? null : 'Expected one of the values that the form offers, found another.';
  }
  if (component.type === 'number') return numberProblem(value, rule('min'), rule('max'), component.decimalDigits);
  if (component.type !== 'textfield' && component.type !== 'textarea') return null;
  if (typeof value !== 'string') return 'Expected text.';
  const length = lengthProblem(value, rule('minLength'), rule('maxLength'));
  if (length !== null) return length;
  const pattern = rule('pattern');
  // By FEEL, whose patterns cannot be made to run for ever. One that it does not know is left to the browser.
  if (
    typeof pattern === 'string' &&
    pattern !== '' &&
    evaluated('matches(value, pattern)', { value, pattern }, nowMs) === false
  )
    return typeof rules['patternErrorMessage'] === 'string'
      ? rules['patternErrorMessage']
      : `Expected a text that matches ${pattern}.`;
  if (rules['validationType'] === 'email' && !email.test(value)) return 'Expected an e-mail address.';
  if (rules['validationType'] === 'phone' && !phone.test(value))
    return 'Expected an international phone number such as +4930664040900.';
  return null;
};

/**
 * Checks what was filled in against the rules of a form-js form: required, minimum and maximum, lengths, patterns, e-mail and phone, and the options that the form lists.
 * Hidden, disabled and read-only fields are not checked. `context` is what the form was given beside: its expressions may name it.
 *
 * @param data what was filled in, by variable name
 * @returns what is wrong, field by field; empty when nothing is, and for a schema that cannot be read
 */
export const checkFormData = (schema: string, data: Data, context: Data, nowMs: number): readonly FieldProblem[] => {
  const problems: FieldProblem[] = [];
  const visit = (components: unknown, at: readonly string[], own: unknown, scope: Data, depth: number): void => {
    if (!Array.isArray(components) || depth > maxDepth) return;
    for (const component of components as readonly unknown[]) {
      if (!isObject(component) || problems.length >= maxProblems) continue;
      check(component, at, own, scope, depth);
    }
  };
  const check = (component: Component, at: readonly string[], own: unknown, scope: Data, depth: number): void => {
    const { conditional, disabled, readonly: isReadOnly, type, key, path, label } = component;
    if (disabled === true || isReadOnly === true || (typeof isReadOnly === 'string' && isReadOnly.startsWith('=')))
      return;
    const hide = isObject(conditional) ? conditional['hide'] : undefined;
    // What cannot be evaluated may be hidden: nobody is refused for a field that was not shown.
    if (typeof hide === 'string' && hide !== '' && evaluated(hide.replace(/^=/, ''), scope, nowMs) !== false) return;
    const inner = typeof path === 'string' && path !== '' ? path.split('.') : [];
    if (type === 'dynamiclist') {
      const rows = valueAt(own, inner);
      for (const [index, row] of (Array.isArray(rows) ? rows : []).entries())
        visit(
          component.components,
          [...at, ...inner, String(index)],
          row,
          isObject(row) ? { ...scope, ...row } : scope,
          depth + 1,
        );
      return;
    }
    if (component.components !== undefined) {
      visit(component.components, [...at, ...inner], inner.length === 0 ? own : valueAt(own, inner), scope, depth + 1);
      return;
    }
    if (typeof key !== 'string' || key === '') return;
    const parts = key.split('.');
    const message = fieldProblem(component, valueAt(own, parts), scope, nowMs);
    if (message === null) return;
    const field = [...at, ...parts].join('.');
    problems.push({ field, label: typeof label === 'string' && label !== '' ? label : field, message });
  };
  let form: unknown;
  try {
    form = JSON.parse(schema);
  } catch {
    return [];
  }
  if (isObject(form)) visit(form['components'], [], data, { ...context, ...data }, 0);
  return problems;
};
