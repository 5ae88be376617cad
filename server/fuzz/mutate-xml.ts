import type { Random } from '../sim/random.ts';
import { expressionOf } from './feel-expression.ts';
import { hostileText } from './hostile.ts';
import { mutateText } from './mutate-text.ts';

/** What others have put into XML: declarations, entities, inclusions, deep and wide elements, other namespaces. */
const snippets = (random: Random): string =>
  random.pick<() => string>([
    () => '<!DOCTYPE a [<!ENTITY x "y">]>',
    () => '<!ENTITY x SYSTEM "file:///etc/passwd">',
    () => '&x;&#0;&#xD800;&lt;&amp;',
    () => '<![CDATA[ ]]]]><![CDATA[> ]]>',
    () => '<!-- -- -->',
    () => '<?xml-stylesheet href="http://127.0.0.1:1/x"?>',
    () => '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
    () => `${'<a>'.repeat(random.pick([3, 150, 250]))}`,
    () => `<a ${Array.from({ length: random.pick([3, 500]) }, (_, index) => `b${index}="c"`).join(' ')}/>`,
    () => `<bpmn:task id="${hostileText(random).slice(0, 200)}"/>`,
    () => '<bpmn:sequenceFlow id="loop" sourceRef="loop" targetRef="loop"/>',
    () => '<bpmn:process id="other"><bpmn:startEvent id="other"/></bpmn:process>',
    () => '<zeebe:taskDefinition type="=1/0" retries="-1"/>',
    () => '<zeebe:ioMapping><zeebe:input source="=a" target="__proto__.x"/></zeebe:ioMapping>',
  ])();

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/\p{Surrogate}|\u0000/gu, '');

/** Replaces one match of a pattern, drawn by chance. */
const replaceOne = (xml: string, pattern: RegExp, random: Random, by: (match: string) => string): string => {
  const all = [...xml.matchAll(pattern)];
  if (all.length === 0) return xml;
  const match = random.pick(all);
  return xml.slice(0, match.index) + by(match[0]) + xml.slice(match.index + match[0].length);
};

const attribute = /[\w:]+="[^"]*"/g;
const element = /<[\w:]+(?:\s[^<>]*)?(?:\/>|>[^<>]*<\/[\w:]+>)/g;
const tag = /<\/?[\w:]+[^<>]*>/g;

/** Changes one thing of an XML text, most often so that it is still well-formed. */
const changeOnce = (xml: string, random: Random): string => {
  const other = (pattern: RegExp): string => random.pick([...xml.matchAll(pattern)].map(([text]) => text).concat(''));
  switch (random.between(0, 11)) {
    case 0:
      return replaceOne(xml, attribute, random, () => '');
    case 1:
      return replaceOne(xml, attribute, random, (match) => `${match.split('=')[0]}="${escaped(hostileText(random))}"`);
    case 2:
      return replaceOne(
        xml,
        attribute,
        random,
        (match) => `${match.split('=')[0]}="=${escaped(expressionOf(random, 3))}"`,
      );
    case 3:
      return replaceOne(
        xml,
        attribute,
        random,
        (match) => `${match.split('=')[0]}=${other(attribute).split('=').slice(1).join('=') || '""'}`,
      );
    case 4:
      return replaceOne(xml, element, random, () => '');
    case 5:
      return replaceOne(xml, element, random, (match) => match + match);
    case 6:
      return replaceOne(xml, element, random, (match) => match + other(element));
    case 7:
      return replaceOne(xml, element, random, (match) => match + snippets(random));
    case 8:
      return replaceOne(xml, tag, random, () => other(tag));
    case 9:
      return replaceOne(
        xml,
        />[^<>]+</g,
        random,
        () => `>${escaped(random.chance(0.5) ? hostileText(random) : `=${expressionOf(random, 3)}`)}<`,
      );
    case 10:
      return replaceOne(
        xml,
        /<(\w+:)?\w+/g,
        random,
        (match) =>
          `${match.split(':')[0]}:${random.pick(['task', 'userTask', 'callActivity', 'boundaryEvent', 'subProcess', 'exclusiveGateway', 'message', 'x'])}`,
      );
    default:
      return mutateText(xml, random);
  }
};

/** An XML text with up to six changes. */
export const mutateXml = (xml: string, random: Random): string => {
  let changed = xml;
  for (let times = random.pick([1, 1, 1, 2, 3, 6]); times > 0; times -= 1) changed = changeOnce(changed, random);
  return changed;
};
