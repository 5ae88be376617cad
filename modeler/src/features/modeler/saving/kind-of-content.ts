import type { DraftKind } from '../../../api/drafts';

/** What a content is that a draft has had, where nothing else says it. */
export function kindOfContent(content: string): DraftKind {
  if (content.trimStart().startsWith('{')) return 'form';
  return content.includes('/spec/DMN/') ? 'dmn' : 'bpmn';
}
