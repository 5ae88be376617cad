import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeBpmn } from '../../model/describe-bpmn';
import { outlineOf, type OutlineItem } from './outline';

const fixtures = new URL('../../../../../fixtures/', import.meta.url);
const inLines = (items: readonly OutlineItem[], indent = ''): readonly string[] =>
  items.flatMap(({ type, name, ways, inner }) => [
    `${indent}${type} ${name}${ways.map(({ targetName, when }) => ` → ${targetName}${when === null ? '' : ` (${when})`}`).join('')}`,
    ...inLines(inner, `${indent}  `),
  ]);

it('should tell a process in the order of its flows, borders after what they are on', async () => {
  const xml = readFileSync(new URL('examples/order-fulfillment/order-fulfillment.bpmn', fixtures), 'utf8');
  const lines = inLines(outlineOf(await describeBpmn(xml)));
  expect(lines[0]).toBe('Process Order fulfillment');
  expect(lines[1]).toBe('  Start event Order received → Charge card');
  const at = (start: string): number => lines.findIndex((line) => line.startsWith(`  ${start}`));
  expect(at('Service task Charge card')).toBe(2);
  expect(at('Boundary event Card declined')).toBeGreaterThan(at('Service task Charge card'));
  expect(at('User task Call the customer')).toBe(at('Boundary event Card declined') + 1);
  expect(lines.find((line) => line.startsWith('  Exclusive gateway Another card?'))).toContain(
    'Order canceled (give up)',
  );
  expect(lines).toHaveLength(new Set(lines).size);
});

it('should tell what lies in a sub-process below it', async () => {
  const xml = readFileSync(new URL('bpmn/sub-process-nested.bpmn', fixtures), 'utf8');
  const outer = outlineOf(await describeBpmn(xml))[0]?.inner.find(({ type }) => type === 'Sub-process');
  expect(outer?.inner.some(({ type, inner }) => type === 'Sub-process' && inner.length > 0)).toBe(true);
});
