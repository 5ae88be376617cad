import type Modeler from 'bpmn-js/lib/Modeler';
import { useCallback, useMemo, useState } from 'react';
import { createDraft, draftsQuery } from '../../../api/drafts';
import { parseFormSchema, readDeployedForm } from '../../../api/forms';
import { queryClient } from '../../../api/query-client';
import { newFormJson } from '../../../shared/drafts/new-documents';
import { toastInfo, toastProblem } from '../../../ui/toast';
import { linkedFormId, linkForm, proposeFormId } from './form-link';
import type { DiagramElement } from './modeler-services';

function titleOf(element: DiagramElement): string {
  const name = element.businessObject.get('name');
  return typeof name === 'string' && name.trim() !== '' ? `${name.trim()} form` : 'New form';
}

/** What a new draft of a form starts with: the form as it is deployed (an empty one would replace it later), else nothing. */
async function firstContent(formId: string): Promise<string> {
  const deployed = await readDeployedForm(formId);
  return deployed === null ? newFormJson(formId) : JSON.stringify(parseFormSchema(deployed), null, 2);
}

/** Finds the draft of the form that an element links to; creates draft and link where they do not exist. */
async function draftOfForm(modeler: Modeler, element: DiagramElement): Promise<string> {
  const linked = linkedFormId(element.businessObject);
  const formId = linked ?? proposeFormId(element);
  const drafts = await queryClient.fetchQuery({ ...draftsQuery('form'), staleTime: 0 });
  const draftId =
    drafts.find(({ resourceId }) => resourceId === formId)?.draftId ??
    (
      await createDraft({
        name: titleOf(element),
        kind: 'form',
        content: linked === null ? newFormJson(formId) : await firstContent(formId),
      })
    ).draftId;
  void queryClient.invalidateQueries({ queryKey: ['drafts'] });
  if (linked === null) linkForm(modeler, element, formId);
  return draftId;
}

/** The form editor over the canvas: which draft it shows, and how it opens and closes. */
export function useLinkedForm(modeler: Modeler | null) {
  const [draftId, setDraftId] = useState<string | null>(null);
  const edit = useCallback(
    async (element: DiagramElement) => {
      if (modeler === null) return;
      if (linkedFormId(element.businessObject)?.startsWith('=') === true) {
        toastInfo({
          title: 'The form is chosen while the process runs',
          message: 'The form id is a FEEL expression. Enter a fixed form id to edit that form here.',
        });
        return;
      }
      try {
        setDraftId(await draftOfForm(modeler, element));
      } catch (error) {
        toastProblem(error, 'The form could not be opened');
      }
    },
    [modeler],
  );
  const close = useCallback(() => setDraftId(null), []);
  return useMemo(() => ({ draftId, edit, close }), [draftId, edit, close]);
}
