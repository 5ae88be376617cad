import type { Problems } from './problem.ts';

/** Limits for an uploaded model, checked before a parser sees it. */
export interface XmlLimits {
  /** UTF-16 code units. (Default: 10 MiB.) */
  readonly maxLength: number;
  /** Nesting of elements. (Default: 200.) */
  readonly maxDepth: number;
  /** Attributes of one element, namespaces among them. (Default: 1,000.) */
  readonly maxAttributes: number;
}

export const defaultXmlLimits: XmlLimits = { maxLength: 10 * 1024 * 1024, maxDepth: 200, maxAttributes: 1_000 };

/**
 * One linear look over the text, so that hostile XML never reaches a parser or a recursive walk: size, DOCTYPE and entity declarations,
 * nesting depth, attributes. Reports what it finds; returns false when the text must not be parsed.
 */
export const guardXml = (xml: string, problems: Problems, limits: XmlLimits = defaultXmlLimits): boolean => {
  if (xml.length > limits.maxLength) {
    problems.error(
      null,
      'xml-too-large',
      `Expected at most ${limits.maxLength} characters, found ${xml.length}. Split the model into called processes.`,
    );
    return false;
  }
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<!--', at)) {
      at = after(xml, '-->', at + 4);
    } else if (xml.startsWith('<![CDATA[', at)) {
      at = after(xml, ']]>', at + 9);
    } else if (xml.startsWith('<?', at)) {
      at = after(xml, '?>', at + 2);
    } else if (xml.startsWith('<!', at)) {
      problems.error(
        null,
        'xml-doctype',
        'Expected plain XML, found a DOCTYPE or entity declaration. Remove it: documents with declarations are refused.',
      );
      return false;
    } else {
      const end = endOfTag(xml, at + 1, limits.maxAttributes);
      if (end < 0) {
        problems.error(
          null,
          'xml-too-large',
          `Expected at most ${limits.maxAttributes} attributes of an element, found more. Take out what is not needed.`,
        );
        return false;
      }
      if (xml[at + 1] === '/') depth -= 1;
      else if (xml[end - 1] !== '/') depth += 1;
      if (depth > limits.maxDepth) {
        problems.error(
          null,
          'xml-too-deep',
          `Expected elements nested at most ${limits.maxDepth} deep, found more. Use called processes instead of nesting.`,
        );
        return false;
      }
      at = end + 1;
    }
    if (at >= xml.length) break;
  }
  return true;
};

/** Position after the next occurrence of `mark`, or the end of the text. */
const after = (xml: string, mark: string, from: number): number => {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length : at + mark.length;
};

/** Position of the `>` that ends the tag; attribute values may hold one too. Negative when there are more values than that. */
const endOfTag = (xml: string, from: number, maxValues: number): number => {
  let quote = '';
  let values = 0;
  for (let at = from; at < xml.length; at += 1) {
    const char = xml[at]!;
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") {
      if ((values += 1) > maxValues) return -1;
      quote = char;
    } else if (char === '>') return at;
  }
  return xml.length;
};
