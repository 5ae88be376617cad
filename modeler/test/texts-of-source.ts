import ts from 'typescript';

/** What one source file says about the texts that it shows. Lines count from 1. */
export interface TextsOfSource {
  /** Texts that are translated: first arguments of `t(…)` and `i18nKey` of `<Trans>`. */
  readonly texts: readonly string[];
  /** Lines on which what is translated is not written out. */
  readonly dynamic: readonly number[];
  /** Words in the markup, in properties named like a label, and in toasts that are not translated. */
  readonly bare: readonly { readonly line: number; readonly text: string }[];
}

/** Attributes and properties whose text a person reads or hears. */
const shownAttributes: ReadonlySet<string> = new Set([
  'label',
  'aria-label',
  'title',
  'placeholder',
  'description',
  'alt',
  'hint',
  'text',
  'heading',
  'empty',
  'tooltip',
  'confirmLabel',
  'message',
]);

const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Reads the texts of one source file by its syntax tree. */
export function textsOf(path: string, source: string): TextsOfSource {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const dynamic: number[] = [];
  const bare: { line: number; text: string }[] = [];
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;

  const take = (node: ts.Node | undefined, at: ts.Node): void => {
    if (node !== undefined && ts.isStringLiteralLike(node)) texts.push(node.text);
    else dynamic.push(lineOf(at));
  };

  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't')
      take(node.arguments[0], node);
    else if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && /^toast/.test(node.expression.text))
      node.arguments.forEach(checkShown);
    else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && shownAttributes.has(node.name.text))
      checkShown(node.initializer);
    else if (ts.isJsxText(node) && hasWords(node.text)) bare.push({ line: lineOf(node), text: node.text.trim() });
    else if (ts.isJsxAttribute(node) && ts.isIdentifier(node.name)) {
      const { text: name } = node.name;
      const value =
        node.initializer !== undefined && ts.isJsxExpression(node.initializer)
          ? node.initializer.expression
          : node.initializer;
      if (name === 'i18nKey') take(value, node);
      else if (shownAttributes.has(name) && value !== undefined) checkShown(value);
    } else if (ts.isJsxExpression(node) && node.parent.kind !== ts.SyntaxKind.JsxAttribute && node.expression)
      checkShown(node.expression);
    ts.forEachChild(node, visit);
  };

  /** Finds words written in what is shown, through conditions. */
  const checkShown = (node: ts.Expression): void => {
    if (ts.isStringLiteralLike(node)) {
      if (hasWords(node.text)) bare.push({ line: lineOf(node), text: node.text });
    } else if (ts.isTemplateExpression(node)) {
      const written = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' ');
      if (hasWords(written)) bare.push({ line: lineOf(node), text: written });
    } else if (ts.isConditionalExpression(node)) {
      checkShown(node.whenTrue);
      checkShown(node.whenFalse);
    } else if (ts.isParenthesizedExpression(node)) checkShown(node.expression);
    else if (
      ts.isBinaryExpression(node) &&
      [
        ts.SyntaxKind.AmpersandAmpersandToken,
        ts.SyntaxKind.BarBarToken,
        ts.SyntaxKind.QuestionQuestionToken,
        ts.SyntaxKind.PlusToken,
      ].includes(node.operatorToken.kind)
    ) {
      checkShown(node.right);
      if (node.operatorToken.kind === ts.SyntaxKind.PlusToken) checkShown(node.left);
    }
  };

  visit(file);
  return { texts, dynamic, bare };
}
