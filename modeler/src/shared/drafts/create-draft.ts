import type { UseNavigateResult } from '@tanstack/react-router';
import { createDraft, type Draft, type DraftKind } from '../../api/drafts';
import { queryClient } from '../../api/query-client';
import { t } from '../../language/texts';
import { toastProblem } from '../../ui/toast';
import { currentFolder } from './current-folder';
import { newDecisionXml, newFormJson, newProcessXml } from './new-documents';

type Navigate = UseNavigateResult<string>;

/** Opens a draft in its editor. */
export function openDraft(navigate: Navigate, draftId: string): Promise<void> {
  return navigate({ to: '/modeler/$draftId', params: { draftId } });
}

async function createAndOpen(navigate: Navigate, draft: { name: string; kind: DraftKind; content: string }) {
  let created: Draft;
  try {
    created = await createDraft({ ...draft, folderId: currentFolder() });
  } catch (error) {
    toastProblem(error, t('The draft could not be created'));
    return;
  }
  void queryClient.invalidateQueries({ queryKey: ['drafts'] });
  await openDraft(navigate, created.draftId);
}

/** Creates a process with a start event and opens it. */
export function createProcessDraft(navigate: Navigate): Promise<void> {
  return createAndOpen(navigate, { name: t('New process'), kind: 'bpmn', content: newProcessXml() });
}

/** Creates an empty form and opens it. */
export function createFormDraft(navigate: Navigate): Promise<void> {
  return createAndOpen(navigate, { name: t('New form'), kind: 'form', content: newFormJson() });
}

/** Creates a decision with an empty table and opens it. */
export function createDecisionDraft(navigate: Navigate): Promise<void> {
  return createAndOpen(navigate, { name: t('New decision'), kind: 'dmn', content: newDecisionXml() });
}
