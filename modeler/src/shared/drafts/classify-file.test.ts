import { describe, expect, it } from 'vitest';
import { classifyFile } from './classify-file';
import { newFormJson, newProcessXml } from './new-documents';

describe('classifyFile', () => {
  it('should know a process by its namespace, also in a file called .xml', () => {
    expect(classifyFile('Order.bpmn', newProcessXml())).toEqual({ kind: 'bpmn', name: 'Order' });
    expect(classifyFile('Order.xml', newProcessXml())).toEqual({ kind: 'bpmn', name: 'Order' });
  });

  it('should know a form by its components', () => {
    expect(classifyFile('review.form', newFormJson())).toEqual({ kind: 'form', name: 'review' });
  });

  it('should know decisions', () => {
    const xml = '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" />';
    expect(classifyFile('rates.dmn', xml)).toEqual({ kind: 'dmn', name: 'rates' });
  });

  it('should refuse a picture, an empty file and JSON that is no form, naming the file', () => {
    for (const [fileName, content] of [
      ['photo.png', 'x'],
      ['empty.bpmn', '  '],
      ['data.json', '{"a":1}'],
      ['broken.form', '{'],
      ['page.bpmn', '<html />'],
    ] as const) {
      const classified = classifyFile(fileName, content);
      expect(classified).toMatchObject({ kind: null });
      expect(classified.kind === null && classified.reason).toContain(fileName);
    }
  });
});
