import { DmnModdle } from 'dmn-moddle';
import { guardXml } from '../model/guard-xml.ts';
import type { ModdleElement } from '../model/moddle.ts';
import type { Problems } from '../model/problem.ts';
import { packagesFor } from './dmn-packages.ts';

interface ParseResult {
  readonly rootElement: ModdleElement;
  readonly warnings: readonly { readonly message: string }[];
}

const moddles = new Map<string, DmnModdle>();

/** Knows the types of one version of DMN and keeps nothing of a file; making one takes about as long as reading a file. Null for a namespace that is none of DMN. */
const moddleFor = (namespace: string): DmnModdle | null => {
  const known = moddles.get(namespace);
  if (known !== undefined) return known;
  const packages = packagesFor(namespace);
  if (packages === null) return null;
  const moddle = new DmnModdle(packages);
  moddles.set(namespace, moddle);
  return moddle;
};

/** Parses DMN XML of versions 1.1 to 1.6. Reports every problem and returns null when there is nothing to compile. */
export const parseDmn = async (xml: string, problems: Problems): Promise<ModdleElement | null> => {
  if (!guardXml(xml, problems)) return null;
  const namespace = /\sxmlns(?::[\w.-]+)?\s*=\s*["']([^"']*\/spec\/DMN\/[^"']*(?:MODEL\/|dmn\.xsd))["']/.exec(xml)?.[1];
  const moddle = moddleFor(namespace ?? '');
  if (moddle === null) {
    invalid(
      problems,
      namespace === undefined ? 'a file without a DMN namespace' : `the namespace '${namespace.slice(0, 200)}'`,
    );
    return null;
  }
  let result: ParseResult;
  try {
    result = (await moddle.fromXML(xml, 'dmn:Definitions')) as ParseResult;
  } catch (error) {
    invalid(problems, firstLine(error instanceof Error ? error.message : String(error)));
    return null;
  }
  for (const { message } of result.warnings) {
    // The text was decoded before it came here, whatever encoding its first line names.
    if (/unsupported document encoding/i.test(message)) continue;
    const id = /duplicate ID <([^>]*)>/i.exec(message)?.[1];
    if (id === undefined) invalid(problems, firstLine(message));
    else problems.error(id, 'duplicate-id', `Expected every id once, found '${id}' twice. Rename one.`);
  }
  return result.rootElement;
};

const invalid = (problems: Problems, found: string): void =>
  problems.error(
    null,
    'dmn-invalid',
    `Expected a DMN model of version 1.1 to 1.6, found ${found}. Save it again with a DMN modeler.`,
  );

const firstLine = (message: string): string => (message.split('\n')[0] ?? '').slice(0, 200);
