import type { DraftKind } from '../../api/drafts';

/** Either what a file is, or why it cannot be opened. */
export type Classified =
  | { readonly kind: DraftKind; readonly name: string }
  | { readonly kind: null; readonly reason: string };

function refuse(reason: string): Classified {
  return { kind: null, reason };
}

function isForm(content: string): boolean {
  try {
    const value: unknown = JSON.parse(content);
    return (
      typeof value === 'object' && value !== null && Array.isArray((value as Record<string, unknown>)['components'])
    );
  } catch {
    return false;
  }
}

const bpmnSpace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const dmnSpace = /https?:\/\/www\.omg\.org\/spec\/DMN\/\d+\//;

/** Tells from name and content what a file is; the content decides where the name says only `.xml` or `.json`. */
export function classifyFile(fileName: string, content: string): Classified {
  const ending = /\.[^.]+$/.exec(fileName.toLowerCase())?.[0] ?? '';
  const name = fileName.replace(/\.(bpmn|bpmn2|bpmn20\.xml|form|dmn|xml|json)$/i, '') || fileName;
  if (content.trim() === '') return refuse(`${fileName} is empty. Expected a BPMN, form or DMN file.`);
  switch (ending) {
    case '.bpmn':
    case '.bpmn2':
    case '.dmn':
    case '.xml':
      if (content.includes(bpmnSpace)) return { kind: 'bpmn', name };
      if (dmnSpace.test(content)) return { kind: 'dmn', name };
      return refuse(
        `${fileName} holds no BPMN 2.0 model: expected <definitions> in the namespace ${bpmnSpace}, found none. Export it as BPMN 2.0 XML.`,
      );
    case '.form':
    case '.json':
      if (isForm(content)) return { kind: 'form', name };
      return refuse(
        `${fileName} holds no form: expected JSON with a list of "components". Export it as a form-js form.`,
      );
    default:
      return refuse(`${fileName} cannot be opened. Baton opens .bpmn, .form and .dmn files.`);
  }
}
