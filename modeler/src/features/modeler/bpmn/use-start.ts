import type Modeler from 'bpmn-js/lib/Modeler';
import { useCallback, useState } from 'react';
import { draftsQuery, readDraft } from '../../../api/drafts';
import { parseFormSchema, readDeployedForm } from '../../../api/forms';
import { queryClient } from '../../../api/query-client';
import { t } from '../../../language/texts';
import { toastProblem } from '../../../ui/toast';
import { linkedFormId } from './form-link';
import { service } from './modeler-services';

/** What the start dialog is opened with. */
export interface StartRequest {
  readonly processId: string;
  readonly xml: string;
  readonly startFormSchema: Readonly<Record<string, unknown>> | null;
}

/** The process to start: the executable one; of several the one that is shown. */
function processOf(modeler: Modeler): string | null {
  const root = service(modeler, 'canvas').getRootElement().businessObject;
  if (root.$type === 'bpmn:Process') return root.id;
  const participants = root.get('participants');
  if (!Array.isArray(participants)) return null;
  const processes = participants
    .map((participant: { processRef?: { id: string; isExecutable?: boolean } }) => participant.processRef)
    .filter((process) => process !== undefined);
  return (processes.find(({ isExecutable }) => isExecutable === true) ?? processes[0])?.id ?? null;
}

/** The schema of a form: its draft's, else that of its newest deployed version. */
async function schemaOf(formId: string): Promise<Readonly<Record<string, unknown>> | null> {
  const drafts = await queryClient.fetchQuery({ ...draftsQuery('form'), staleTime: 0 });
  const draft = drafts.find(({ resourceId }) => resourceId === formId);
  if (draft !== undefined) return JSON.parse((await readDraft(draft.draftId)).content) as Record<string, unknown>;
  const deployed = await readDeployedForm(formId);
  return deployed === null ? null : parseFormSchema(deployed);
}

/** Opens and closes the start dialog of the open model. */
export function useStart({
  modeler,
  currentXml,
}: {
  readonly modeler: Modeler | null;
  readonly currentXml: () => Promise<string>;
}) {
  const [request, setRequest] = useState<StartRequest | null>(null);

  const open = useCallback(async () => {
    if (modeler === null) return;
    const xml = await currentXml();
    const processId = processOf(modeler);
    if (processId === null) {
      toastProblem(
        t('Expected a process in the diagram, found none. Draw a start event first.'),
        t('Nothing to start'),
      );
      return;
    }
    const formId = service(modeler, 'elementRegistry')
      .filter(({ businessObject, labelTarget }) => {
        const parent = (businessObject as { readonly $parent?: { readonly id?: string } }).$parent;
        return labelTarget === undefined && businessObject.$type === 'bpmn:StartEvent' && parent?.id === processId;
      })
      .map(({ businessObject }) => linkedFormId(businessObject))
      .find((id) => id !== null && !id.startsWith('='));
    let startFormSchema: StartRequest['startFormSchema'] = null;
    try {
      startFormSchema = formId === undefined || formId === null ? null : await schemaOf(formId);
    } catch (error) {
      toastProblem(error, t('The start form could not be read; start with variables instead'));
    }
    setRequest({ processId, xml, startFormSchema });
  }, [modeler, currentXml]);

  const close = useCallback(() => setRequest(null), []);
  return { request, open, close };
}
