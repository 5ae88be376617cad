import { validateZeebe } from '@bpmn-io/element-templates-validator';
import { t } from '../../../language/texts';
import { templateSchema, type Template } from './template';

/** How much of what is wrong with a template is told at once. */
const toldProblems = 3;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function problemsOf(value: unknown): readonly string[] {
  if (!isObject(value)) return [t('it is no object')];
  const { $schema } = value;
  if (typeof $schema !== 'string' || !$schema.includes(templateSchema))
    return [
      t('its $schema has to name {{expected}}, found {{found}}', {
        expected: templateSchema,
        found: JSON.stringify($schema) ?? t('none'),
      }),
    ];
  const { valid, errors } = validateZeebe(value);
  if (valid) return [];
  // Those that the schema has words for say it all; what the checker adds by itself is about the schema.
  const worded = (errors ?? []).filter(({ keyword }) => keyword === 'errorMessage');
  return (worded.length > 0 ? worded : (errors ?? [])).map(
    ({ instancePath, message }) => `${instancePath === '' ? '' : `${instancePath}: `}${message}`,
  );
}

/**
 * The element templates of a JSON file, which holds one or a list of them.
 *
 * @throws a sentence for people that names the file, the template and what is wrong with it
 */
export function readTemplateFile(name: string, text: string): readonly Template[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new Error(
      t('Expected {{name}} to be JSON, found something else: {{reason}}', { name, reason: (error as Error).message }),
      { cause: error },
    );
  }
  const list: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  if (list.length === 0) throw new Error(t('Expected element templates in {{name}}, found an empty list.', { name }));
  for (const [index, each] of list.entries()) {
    const problems = problemsOf(each);
    if (problems.length === 0) continue;
    const called =
      isObject(each) && typeof each['name'] === 'string'
        ? `“${each['name']}”`
        : t('number {{number}}', { number: index + 1 });
    const told = problems.slice(0, toldProblems).join('; ');
    const more =
      problems.length > toldProblems ? `; ${t('and {{count}} more', { count: problems.length - toldProblems })}` : '';
    throw new Error(
      t('The template {{called}} in {{name}} cannot be used: {{reasons}}.', {
        called,
        name,
        reasons: `${told}${more}`,
      }),
    );
  }
  // The schema has it all: an id, a name, what it applies to.
  return list as readonly Template[];
}
