/**
 * What FEEL allows and the grammar does not know, as something of the same length that it knows: names in backticks as keys become texts, `range<number>`
 * a list of it, and a bare `function` the name of a type. The syntax tree keeps the text as it was written, which tells them apart again.
 * Texts, comments and names in backticks elsewhere stay as they are.
 */
export const rewriteSource = (source: string): string => {
  const open: string[] = [];
  return source.replaceAll(token, (found: string, types: string | undefined, key: string | undefined) => {
    if ('([{'.includes(found)) open.push(found);
    else if (')]}'.includes(found)) open.pop();
    // A name before a colon is a key only directly in a context: elsewhere it is a parameter.
    else if (key !== undefined && open.at(-1) === '{') return `"${key}"`;
    else if (types !== undefined) return found.replace(/range$/, 'list ').replace(/function$/, 'functioN');
    return found;
  });
};

const token = new RegExp(
  [
    String.raw`"(?:\\.|[^"\\])*(?:"|\\?$)`,
    String.raw`\/\/.*`,
    String.raw`\/\*[^]*?(?:\*\/|$)`,
    String.raw`\b(instance\s+of\s+(?:list\s*<\s*)*(?:range(?=\s*<)|function(?![\w<]|\s+<)))`,
    '`([^`"\\\\]*)`(?=\\s*:)',
    '`[^`]*`',
    String.raw`[([{)\]}]`,
  ].join('|'),
  'g',
);
