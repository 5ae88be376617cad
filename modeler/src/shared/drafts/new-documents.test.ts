import { describe, expect, it } from 'vitest';
import { fileNameOf, newFormJson, newProcessXml } from './new-documents';

describe('newProcessXml', () => {
  it('should be executable, start with a start event and name the execution platform', () => {
    const xml = newProcessXml();
    expect(xml).toContain('isExecutable="true"');
    expect(xml).toContain('<bpmn:startEvent');
    expect(xml).toContain('modeler:executionPlatform="Camunda Cloud"');
  });

  it('should give every process an id of its own', () => {
    const idOf = (xml: string) => /<bpmn:process id="([^"]+)"/.exec(xml)?.[1];
    expect(idOf(newProcessXml())).not.toBe(idOf(newProcessXml()));
  });
});

describe('newFormJson', () => {
  it('should carry the id that a task links to', () => {
    expect(JSON.parse(newFormJson('review')).id).toBe('review');
  });
});

describe('fileNameOf', () => {
  it('should replace what file systems dislike and add the ending once', () => {
    expect(fileNameOf('a/b: c', 'bpmn')).toBe('a-b- c.bpmn');
    expect(fileNameOf('review.form', 'form')).toBe('review.form');
    expect(fileNameOf('  ', 'dmn')).toBe('untitled.dmn');
  });
});
