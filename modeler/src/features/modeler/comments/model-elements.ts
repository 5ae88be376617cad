import { useQuery } from '@tanstack/react-query';
import type { DraftKind } from '../../../api/drafts';
import type { ComparedModel } from '../../../shared/model/compared-element';

/** What people call the elements of a model, by id: the name, else the kind. */
export type ElementNames = ReadonlyMap<string, string>;

async function read(kind: DraftKind, content: string): Promise<ComparedModel> {
  if (kind === 'bpmn') return (await import('../../../shared/model/describe-bpmn')).describeBpmn(content);
  if (kind === 'form') return (await import('../../../shared/model/describe-form')).describeForm(content);
  return (await (await import('../../../shared/model/describe-dmn')).describeDmn(content)).elements;
}

/** The elements that a model has; null while that is not known, also where it cannot be read. */
export function useElementNames(kind: DraftKind, content: string): ElementNames | null {
  const names = useQuery({
    queryKey: ['element-names', kind, content],
    queryFn: async () =>
      new Map((await read(kind, content)).map(({ id, name, type }) => [id, name === id ? type : name])),
    placeholderData: (previous) => previous,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  return names.data ?? null;
}
