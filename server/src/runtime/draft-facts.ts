import { Refusal } from './refusal.ts';

/** What whoever names a draft that is not there is told. */
export const missing = (id: string): Refusal =>
  new Refusal('NOT_FOUND', `Draft '${id}' not found. It may have been deleted.`);

/** The process, form or decision id inside the content; null where none can be read: a draft may be half done. */
export const resourceIdOf = (kind: string, content: string): string | null => {
  if (kind === 'form') {
    try {
      const id = (JSON.parse(content) as { id?: unknown } | null)?.id;
      return typeof id === 'string' && !id.includes('\u0000') ? id : null;
    } catch {
      return null;
    }
  }
  const element = kind === 'dmn' ? 'definitions' : 'process';
  const tag = new RegExp(`<(?:[\\w.-]+:)?${element}(?=[\\s/>])[^>]{0,2000}`).exec(content)?.[0] ?? '';
  return /\sid\s*=\s*["']([^"']{1,500})["']/.exec(tag)?.[1] ?? null;
};
