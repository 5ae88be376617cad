import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const library = createRequire(import.meta.filename).resolve('@bpmn-io/form-js/package.json');

const bundleOf = (name: string): string => {
  const folder = dirname(createRequire(library).resolve(`@bpmn-io/${name}/package.json`));
  return readFileSync(join(folder, 'dist', 'index.es.js'), 'utf8');
};

/** The parts of the bundle from one line to another; the rest are libraries that it brings along. */
function between(source: string, start: string, end: string): string {
  const from = source.indexOf(start);
  const to = source.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`Expected "${start}" and then "${end}" in form-js, found them no more.`);
  return source.slice(from, to);
}

/** Values in a template stand as `{value}` in the catalogue. */
const withPlaceholders = (text: string): string =>
  text.replace('${getIndefiniteArticle(type)}', 'a').replace(/\$\{[^}]+\}/g, '{value}');

const quoted = '(?:\'((?:[^\'\\\\\\n]|\\\\.)+)\'|"((?:[^"\\\\\\n]|\\\\.)+)"|`((?:[^`\\\\\\n]|\\\\.)+)`)';

/** Texts behind what `before` matches, in any kind of quotes. */
const textsBehind = (source: string, before: string): readonly string[] =>
  [...source.matchAll(new RegExp(before + quoted, 'g'))].map((found) =>
    withPlaceholders(
      (found[1] ?? found[2] ?? found[3] ?? '').replace(/\\(.)/g, (_, next: string) => (next === 'n' ? '\n' : next)),
    ),
  );

/** Names of values, such as the type of a button, have neither a space nor a capital. */
const isSaid = (text: string): boolean => /[A-Z].*[a-z]|[a-z] [a-z]|^[A-Z]+$/.test(text) && !/^\S+-\S+$|\n/.test(text);

function editorWords(): readonly string[] {
  const all = bundleOf('form-js-editor');
  const palette = between(all, 'function PaletteEntry(', 'function getPaletteIcon(');
  const canvas = between(all, 'function EmptyGroup(', 'function Empty(');
  const repeated = between(all, '  RepeatFooter() {', '\n  }\n');
  const removing = between(all, 'function getRemoveButtonTitle(', 'const ContextPadModule');
  const panel = between(all, 'const FormPropertiesPanelContext', 'const PropertiesPanelModule');
  const source = [palette, canvas, removing, panel].join('\n');
  const shown = String.raw`\b(?:label|title|description|placeholder|tooltip|text|children|placeholderLabel|msg)\b(?: =|:)\s*(?:\w[\w.]* \? )?\[?`;
  return [
    ...textsBehind(source, shown),
    ...textsBehind(source, String.raw`\breturn (?:\w+ \? null : )?`),
    ...textsBehind(source, String.raw`\w \? (?:'[^'\n]+' : )`),
    // Tooltips of several paragraphs, which are translated one by one.
    ...[...source.matchAll(/"[A-Z][\w ]+" defines [^.]+\./g)].map(([text]) => text),
    ...[...repeated.matchAll(/children: "([A-Z]\w+)"/g)].map(([, text = '']) => text),
  ];
}

/** Names of the fields, and of choices that the panel takes from the viewer. */
function fieldWords(): readonly string[] {
  const viewer = bundleOf('form-js-viewer');
  const choices = between(viewer, 'const DATETIME_SUBTYPES_LABELS', 'const TEXT_VIEW_DEFAULT_TEXT');
  return [
    ...textsBehind(viewer, String.raw`\n  name: `),
    // The only one that has no name, but a label.
    ...textsBehind(between(viewer, 'FilePicker.config = {', '};'), 'label: '),
    ...textsBehind(choices, String.raw`(?:\]|\blabel): `),
  ];
}

/**
 * Everything that the form editor shows in its palette, its panel and on an empty form. form-js has no `translate` (bpmn-io/form-js#77), so the texts are
 * read from where they are shown; what a new version brings is seen.
 */
export const wordsOfFormEditor = (): readonly string[] => [
  ...[...editorWords(), ...fieldWords()].filter(isSaid),
  // The end of a sentence that links to it.
  'documentation',
];
