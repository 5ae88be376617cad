import { useQuery } from '@tanstack/react-query';
import { draftsQuery } from '../../api/drafts';
import { processDefinitionsQuery } from '../../api/process-definitions';
import { comparableText, type Comparable } from './comparable';
import type { ReadComparable } from './read-comparable';

/** What a model is most likely compared with: the newest deployed version of its process or form, or the version before it. */
export function useOtherSide(side: ReadComparable | undefined): string | undefined {
  const draftId = side?.comparable.kind === 'draft' ? side.comparable.draftId : undefined;
  const drafts = useQuery({ ...draftsQuery(side?.notation), enabled: draftId !== undefined });
  const resourceId = drafts.data?.find((draft) => draft.draftId === draftId)?.resourceId ?? undefined;
  const processId = side?.definition?.processDefinitionId ?? (side?.notation === 'bpmn' ? resourceId : undefined);
  const versions = useQuery({
    ...processDefinitionsQuery({
      filter: { processDefinitionId: processId ?? '' },
      sort: [{ field: 'version', order: 'DESC' }],
      page: { limit: 500 },
    }),
    enabled: processId !== undefined,
  });
  const newest = versions.data?.items.find(
    ({ version }) => side?.definition === undefined || version < side.definition.version,
  );
  const other: Comparable | undefined =
    newest !== undefined
      ? { kind: 'process', processDefinitionKey: newest.processDefinitionKey }
      : side?.notation === 'form' && resourceId !== undefined
        ? { kind: 'form', formId: resourceId }
        : undefined;
  return other === undefined ? undefined : comparableText(other);
}
