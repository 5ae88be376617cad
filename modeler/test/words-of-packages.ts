import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { wordsOfFormEditor } from './words-of-form-editor';

/** Where a package lies, as seen from this file or from a package that brings it along. */
function folderOf(name: string, broughtBy?: string): string {
  const from = broughtBy === undefined ? import.meta.filename : join(folderOf(broughtBy), 'package.json');
  return dirname(createRequire(from).resolve(`${name}/package.json`));
}

/** All scripts of a folder as one text. */
const scriptsOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js') && !path.endsWith('.min.js'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n');

const literal = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/y;

const unescaped = (text: string): string => text.replace(/\\(.)/g, (_, next: string) => (next === 'n' ? '\n' : next));

/** The text of a literal at a place of a source; null where none is. Templates with values are none. */
function literalAt(source: string, at: number): { readonly text: string; readonly end: number } | null {
  literal.lastIndex = at;
  const found = literal.exec(source);
  if (found === null) return null;
  const text = found[1] ?? found[2] ?? found[3] ?? '';
  return text.includes('${') && found[3] !== undefined ? null : { text: unescaped(text), end: literal.lastIndex };
}

/** Texts that a source hands to `translate`: written out, or as the two sides of a condition. */
function translatedIn(source: string): readonly string[] {
  const calls = /(?<!['"])\b_?translate\(\s*(?:\w[\w.!= ]*(?:\([^)]*\))?\s*\?\s*)?(?=['"`])/g;
  return [...source.matchAll(calls)].flatMap((call) => {
    const first = literalAt(source, call.index + call[0].length);
    // What is put together with a value is none of these; see the lists below.
    if (first === null || /^\s*\+/.test(source.slice(first.end, first.end + 40))) return [];
    const second = /^\s*:\s*/.exec(source.slice(first.end, first.end + 40));
    const other = second === null ? null : literalAt(source, first.end + second[0].length);
    return other === null ? [first.text] : [first.text, other.text];
  });
}

/** Texts that a source keeps in a list or a constant and translates later. */
const textsOf = (source: string, before: RegExp): readonly string[] =>
  [...source.matchAll(before)].flatMap((found) => literalAt(source, found.index + found[0].length)?.text ?? []);

const between = (source: string, start: string, end: string): string => {
  const from = source.indexOf(start);
  const to = source.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`Expected "${start}" and then "${end}" in the package, found them no more.`);
  return source.slice(from, to);
};

/** The panel's name of a type of element, as bpmn-js-properties-panel makes it of the type. */
const nameOfType = (type: string): string => type.replace(/(\B[A-Z])/g, ' $1').replace(/(\bNon Interrupting)/g, '($1)');

function bpmnWords(): readonly string[] {
  const features = join(folderOf('bpmn-js'), 'lib', 'features');
  const source = scriptsOf(features);
  return [
    ...translatedIn(source),
    ...textsOf(scriptsOf(join(features, 'replace')), /\blabel: /g),
    ...textsOf(scriptsOf(join(features, 'popup-menu')), /\blabel: /g),
    ...textsOf(source, /_ERR_MSG = /g),
    ...['left', 'center', 'right', 'top', 'middle', 'bottom'].map((alignment) => `Align elements ${alignment}`),
    ...translatedIn(scriptsOf(join(folderOf('diagram-js'), 'lib', 'features', 'search-pad'))),
  ];
}

/** What comes before the first word of Camunda 7 in a bundle that has both. */
const zeebePartOf = (file: string, end: string): string => between(readFileSync(file, 'utf8'), '', end);

function panelWords(): readonly string[] {
  const provider = zeebePartOf(join(folderOf('bpmn-js-properties-panel'), 'dist', 'index.esm.js'), '\nvar index$1 = {');
  const types = between(provider, '\nvar iconsByType = {', '\n};').match(/^ {2}'?\w+/gm) ?? [];
  return [
    ...translatedIn(provider),
    ...types.map((type) => nameOfType(type.replace(/\W/g, ''))),
    ...textsOf(between(provider, '\nconst EVENT_TO_LABEL$1 = {', '\n};'), /\w: /g),
    ...textsOf(between(provider, '\nconst EVENT_TO_LABEL$2 = {', '\n};'), /'\w+': /g).flatMap((event) => [
      event,
      `${event}: {type}`,
    ]),
    ...translatedIn(readFileSync(join(folderOf('@bpmn-io/properties-panel'), 'dist', 'index.esm.js'), 'utf8')),
    'List contains {numOfItems} item',
    'List contains {numOfItems} items',
    'Click to remove dynamic value with FEEL expression',
    'Click to set a dynamic value with FEEL expression',
  ];
}

function additionsWords(): readonly string[] {
  const append = readFileSync(join(folderOf('bpmn-js-create-append-anything'), 'dist', 'index.es.js'), 'utf8');
  const colors = scriptsOf(join(folderOf('bpmn-js-color-picker'), 'colors'));
  return [
    ...translatedIn(append),
    ...textsOf(append, /\b(?:label|name): /g),
    ...translatedIn(colors),
    ...textsOf(colors, /\blabel: /g),
    ...translatedIn(scriptsOf(join(folderOf('diagram-js-minimap'), 'dist'))),
    ...translatedIn(scriptsOf(join(folderOf('@bpmn-io/element-template-chooser'), 'dist'))),
    ...translatedIn(
      zeebePartOf(join(folderOf('bpmn-js-element-templates'), 'dist', 'index.esm.js'), '\nvar index$1 = {'),
    ),
    'Configuration',
  ];
}

/** The simulation translates nothing by itself; these are the titles and texts that it writes. */
function simulationWords(): readonly string[] {
  const source = scriptsOf(join(folderOf('bpmn-js-token-simulation'), 'lib', 'features'));
  return [
    ...textsOf(source, /\b(?:title=(?=")|text: (?:elementName \|\| )?(?='))/g).filter((text) => !text.includes('${')),
    'No Entries',
    'Add pause point',
    'Remove pause point',
    ...['Slow', 'Normal', 'Fast'].map((speed) => `Set animation speed = ${speed}`),
  ];
}

function dmnWords(): readonly string[] {
  const libraryOf = (name: string): string => join(folderOf(name, 'dmn-js'), 'lib');
  const table = scriptsOf(libraryOf('dmn-js-decision-table'));
  const drd = scriptsOf(libraryOf('dmn-js-drd'));
  const shared = join(dirname(folderOf('dmn-js-drd', 'dmn-js')), 'dmn-js-shared', 'lib');
  return [
    ...[table, drd].flatMap(translatedIn),
    ...['dmn-js-literal-expression', 'dmn-js-boxed-expression'].map(libraryOf).map(scriptsOf).flatMap(translatedIn),
    ...textsOf(table, /\b(?:explanation: |_LABEL = |yearMonthDuration: |dayTimeDuration: )/g),
    ...textsOf(between(table, 'const HIT_POLICIES = [', '}];'), /\blabel: /g),
    ...textsOf(table, /_REGEX\.test\(string\.trim\(\)\)\) \{\s*return /g),
    ...textsOf(drd, /\b(?:title: |label: )/g),
    ...textsOf(readFileSync(join(shared, 'util', 'IdsUtil.js'), 'utf8'), /return (?=')/g),
  ];
}

/** The panel of the requirements; its names of groups and types are translated as they are shown. */
function decisionPanelWords(): readonly string[] {
  const source = readFileSync(join(folderOf('dmn-js-properties-panel'), 'dist', 'index.esm.js'), 'utf8');
  const camunda7 = between(source, '\nfunction VersionTagProps$1(', '\nfunction VersionTagProps(');
  const provider = source.replace(camunda7, '');
  const types = between(provider, '\nvar iconsByType = {', '\n};').match(/^ {2}'\w+/gm) ?? [];
  return [
    ...translatedIn(provider),
    ...textsOf(provider, /\b(?:label|text): (?=')/g),
    // Nothing that can be chosen is of the type that is named by letters only.
    ...types.map((type) => nameOfType(type.replace(/\W/g, ''))).filter((type) => type !== 'D R D'),
  ];
}

/**
 * Everything that the canvas and its panels hand to `translate`, read from the packages that are installed: so what a new version of one of them
 * brings is seen.
 */
export const wordsOfPackages = (): ReadonlySet<string> =>
  new Set(
    [
      ...bpmnWords(),
      ...panelWords(),
      ...additionsWords(),
      ...simulationWords(),
      ...dmnWords(),
      ...decisionPanelWords(),
      ...wordsOfFormEditor(),
    ].filter((text) => text.trim() !== ''),
  );
