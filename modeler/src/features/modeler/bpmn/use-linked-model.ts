import { useNavigate } from '@tanstack/react-router';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useCallback, useMemo, useState } from 'react';
import { readDecisionXml } from '../../../api/decision-requirements';
import { createDraft, type DraftKind } from '../../../api/drafts';
import { parseFormSchema, readDeployedForm } from '../../../api/forms';
import { deployedDecisionsQuery, draftLinksQuery, processLinksQuery, type LinkKind } from '../../../api/model-links';
import { processDefinitionXmlQuery } from '../../../api/process-definitions';
import { queryClient } from '../../../api/query-client';
import { t } from '../../../language/texts';
import { openDraft } from '../../../shared/drafts/create-draft';
import { newDecisionXml, newFormJson, newProcessXml } from '../../../shared/drafts/new-documents';
import { toastInfo, toastProblem } from '../../../ui/toast';
import { linkedId, linkKindOf, proposeId, setLink } from './element-link';
import type { DiagramElement } from './modeler-services';

const draftKinds = { form: 'form', decision: 'dmn', process: 'bpmn' } as const satisfies Record<LinkKind, DraftKind>;
const words = {
  form: {
    new: t('New form'),
    isChosenLater: t('The form is chosen while the process runs'),
    enterAnId: t('Its id is a FEEL expression. Enter a fixed id to open that form here.'),
    notOpened: t('The form could not be opened'),
  },
  decision: {
    new: t('New decision'),
    isChosenLater: t('The decision is chosen while the process runs'),
    enterAnId: t('Its id is a FEEL expression. Enter a fixed id to open that decision here.'),
    notOpened: t('The decision could not be opened'),
  },
  process: {
    new: t('New process'),
    isChosenLater: t('The process is chosen while the process runs'),
    enterAnId: t('Its id is a FEEL expression. Enter a fixed id to open that process here.'),
    notOpened: t('The process could not be opened'),
  },
} as const;

function titleOf(element: DiagramElement, kind: LinkKind): string {
  const name = element.businessObject.get('name');
  const own = typeof name === 'string' ? name.trim() : '';
  if (own === '') return words[kind].new;
  return kind === 'form' ? t('{{name}} form', { name: own }) : own;
}

/** What is deployed under an id, to go on from it: something empty would replace it later. Null where nothing is. */
async function deployedContent(kind: LinkKind, id: string): Promise<string | null> {
  if (kind === 'form') {
    const form = await readDeployedForm(id);
    return form === null ? null : JSON.stringify(parseFormSchema(form), null, 2);
  }
  if (kind === 'decision') {
    const found = (await queryClient.fetchQuery({ ...deployedDecisionsQuery(), staleTime: 0 })).find(
      (each) => each.decisionDefinitionId === id,
    );
    return found === undefined ? null : readDecisionXml(found.decisionRequirementsKey);
  }
  const found = (await queryClient.fetchQuery({ ...processLinksQuery(), staleTime: 0 })).find(
    (each) => each.processDefinitionId === id,
  );
  return found === undefined ? null : queryClient.fetchQuery(processDefinitionXmlQuery(found.processDefinitionKey));
}

function newContent(kind: LinkKind, id: string, name: string): string {
  if (kind === 'form') return newFormJson(id);
  return kind === 'decision' ? newDecisionXml({ id, name }) : newProcessXml({ id, name });
}

/** Finds the draft of what an element links to; creates draft and link where they do not exist. */
async function draftOfLink(modeler: Modeler, element: DiagramElement, kind: LinkKind): Promise<string> {
  const linked = linkedId(element.businessObject, kind);
  const id = linked ?? proposeId(element, kind);
  const drafts = await queryClient.fetchQuery({ ...draftLinksQuery(), staleTime: 0 });
  const there = drafts.find(({ targets }) => targets.some((target) => target.kind === kind && target.id === id));
  if (there !== undefined) return there.draftId;
  const name = titleOf(element, kind);
  const content = (linked === null ? null : await deployedContent(kind, id)) ?? newContent(kind, id, name);
  const { draftId } = await createDraft({ name, kind: draftKinds[kind], content });
  void queryClient.invalidateQueries({ queryKey: ['drafts'] });
  if (linked === null) setLink(modeler, element, kind, id);
  return draftId;
}

/**
 * Opens what an element links to, and makes it where there is nothing: a form over the canvas, decisions and processes in their own editor. `leave` hands
 * the last edit to the saver before the page is left.
 */
export function useLinkedModel(modeler: Modeler | null, leave: () => Promise<void>) {
  const [draftId, setDraftId] = useState<string | null>(null);
  const navigate = useNavigate();
  const open = useCallback(
    async (element: DiagramElement) => {
      const kind = linkKindOf(element);
      if (modeler === null || kind === null) return;
      if (linkedId(element.businessObject, kind)?.startsWith('=') === true) {
        toastInfo({
          title: words[kind].isChosenLater,
          message: words[kind].enterAnId,
        });
        return;
      }
      try {
        const found = await draftOfLink(modeler, element, kind);
        if (kind === 'form') {
          setDraftId(found);
          return;
        }
        await leave();
        await openDraft(navigate, found);
      } catch (error) {
        toastProblem(error, words[kind].notOpened);
      }
    },
    [modeler, leave, navigate],
  );
  const close = useCallback(() => setDraftId(null), []);
  return useMemo(() => ({ draftId, open, close }), [draftId, open, close]);
}
