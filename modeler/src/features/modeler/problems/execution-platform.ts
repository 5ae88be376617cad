import { executionPlatform } from '../../../shared/drafts/new-documents';

/**
 * The model as the linter shall see it: for the platform that Baton stands for, whatever the file says. A file drawn for
 * an older version would otherwise be told that features are missing which Baton has.
 */
export function withExecutionPlatform(xml: string): string {
  return xml.replace(/<(?:[\w-]+:)?definitions\b[^>]*>/, (tag) => {
    const bare = tag.replace(/\s[\w-]+:executionPlatform(?:Version)?\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
    const prefix = /\sxmlns:([\w-]+)\s*=\s*["']http:\/\/camunda\.org\/schema\/modeler\/1\.0["']/.exec(bare)?.[1];
    const space = prefix === undefined ? ' xmlns:modeler="http://camunda.org/schema/modeler/1.0"' : '';
    const name = prefix ?? 'modeler';
    const attributes = `${space} ${name}:executionPlatform="${executionPlatform.name}" ${name}:executionPlatformVersion="${executionPlatform.version}"`;
    return bare.replace(/\s*\/?>$/, (end) => `${attributes}${end.trim()}`);
  });
}
