import { describe, expect, it } from 'vitest';
import { builtInTemplates } from './built-in-templates';
import { readTemplateFile } from './read-template-file';

const [first] = builtInTemplates;

describe('a file of element templates', () => {
  it('should hold one or many, such as those that the modeler brings', () => {
    expect(readTemplateFile('all.json', JSON.stringify(builtInTemplates))).toEqual(builtInTemplates);
    expect(readTemplateFile('one.json', JSON.stringify(first))).toEqual([first]);
  });

  it.each([
    ['no JSON', '{', /^Expected a\.json to be JSON/],
    ['nothing', '[]', /^Expected element templates in a\.json, found an empty list/],
    ['another kind of JSON', '[1]', /^The template number 1 in a\.json cannot be used: it is no object\.$/],
    ['another kind of template', JSON.stringify({ ...first, $schema: 'x' }), /“Charge a card”.* \$schema .* found "x"/],
    ['one without an id', JSON.stringify({ ...first, id: undefined }), /“Charge a card” in a\.json.*id/],
    [
      'a wrong binding',
      JSON.stringify({ ...first, properties: [{ type: 'String', binding: { type: 'x' } }] }),
      /“Charge a card”.*: \/properties\/0\/binding\/type: invalid property/,
    ],
  ])('should be refused by name when it is %s', (_what, text, message) => {
    expect(() => readTemplateFile('a.json', text)).toThrow(message);
  });
});
