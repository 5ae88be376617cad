import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const projectFolder = join(import.meta.dirname, '..', '..');

/** Where models are compiled and deployed. Incidents of running instances are not among the problems of a model. */
const folders = ['engine/src', 'server/src/runtime/deployment'];

/** Which arguments of a function are said to people: of the collector the sentence, of the compile hooks' helpers its parts. */
const saidArguments: ReadonlyMap<string, readonly number[]> = new Map([
  ['problems.error', [2]],
  ['problems.warning', [2]],
  ['error', [2]],
  ['missing', [2, 3]],
  ['unsupported', [2]],
  ['problem', [3, 4, 5]],
]);

/** Stands for a value until all parts of a text are together. */
const value = '\0';

/** The texts that an expression may have, with {@link value} where values stand; none where it is something else. */
function partsOf(expression: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isParenthesizedExpression(expression)) return partsOf(expression.expression);
  if (ts.isConditionalExpression(expression))
    return [...partsOf(expression.whenTrue), ...partsOf(expression.whenFalse)];
  if (ts.isBinaryExpression(expression)) {
    const [left, right] = [partsOf(expression.left), partsOf(expression.right)];
    return (left.length === 0 ? [value] : left).flatMap((first) => right.map((second) => first + second));
  }
  if (!ts.isTemplateExpression(expression)) return [];
  return [expression.head.text + expression.templateSpans.map(({ literal }) => value + literal.text).join('')];
}

/** The texts that an expression may have, with `{1}`, `{2}`, … where values stand. */
const templatesOf = (expression: ts.Expression | undefined): readonly string[] =>
  (expression === undefined ? [] : partsOf(expression)).map((text) => {
    let count = 0;
    return text.replaceAll(value, () => `{${(count += 1)}}`);
  });

const fileOf = (path: string): ts.SourceFile =>
  ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);

function visitAll(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => visitAll(child, visit));
}

function engineTexts(): readonly string[] {
  const texts: string[] = [];
  for (const folder of folders) {
    for (const name of readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
      const isEngine = folder === 'engine/src';
      const isSoundness = name.startsWith('soundness');
      visitAll(fileOf(join(projectFolder, folder, name)), (node) => {
        if (ts.isCallExpression(node)) {
          const callee = node.expression.getText().replace(/^.*\b(problems\.\w+)$/, '$1');
          for (const index of saidArguments.get(callee) ?? []) texts.push(...templatesOf(node.arguments[index]));
        } else if (isSoundness && ts.isPropertyAssignment(node) && node.name.getText() === 'message') {
          texts.push(...templatesOf(node.initializer));
        } else if (!isEngine && ts.isVariableDeclaration(node) && node.name.getText() === 'message') {
          texts.push(...templatesOf(node.initializer));
        }
      });
    }
  }
  return texts;
}

/** What stands before the name of a type of element: the linter chooses between "A" and "An". */
const article = /\$\{\s*getIndefiniteArticle\([^}]*\)\s*\} /g;

function linterTexts(): readonly string[] {
  const linting = dirname(createRequire(import.meta.filename).resolve('@camunda/linting/package.json'));
  const beside = createRequire(join(linting, 'package.json'));
  const lint = dirname(beside.resolve('bpmnlint/package.json'));
  const messages = join(linting, 'lib', 'utils', 'error-messages.js');
  // What only another version supports is said in this form nearly always; it is a value of the sentence around it.
  const texts: string[] = ['A <{1}> with <{2}>'];
  // The article belongs to the text, not to the values.
  const source = readFileSync(messages, 'utf8').replaceAll(article, 'A ');
  visitAll(ts.createSourceFile(messages, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS), (node) => {
    if (ts.isReturnStatement(node)) texts.push(...templatesOf(node.expression));
  });
  const rules = [
    ...Object.keys((beside('bpmnlint/config/correctness') as { readonly rules: object }).rules),
    // Those that @camunda/linting adds for the cloud.
    'ad-hoc-sub-process',
    'conditional-event',
    'link-event',
    'no-duplicate-sequence-flows',
  ];
  for (const rule of new Set(rules)) {
    visitAll(fileOf(join(lint, 'rules', `${rule}.js`)), (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'reporter.report') return;
      const [, message] = node.arguments;
      texts.push(...templatesOf(message));
    });
  }
  return texts;
}

/** All that is said about a model: by the engine's compiler and its look at the routes, and by the linter. */
export const textsOfProblems = (): ReadonlySet<string> =>
  new Set([...engineTexts(), ...linterTexts()].filter((text) => /[a-z]{3}/.test(text.replace(/\{\d\}/g, ''))));
