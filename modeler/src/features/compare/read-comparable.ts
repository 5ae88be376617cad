import { queryOptions } from '@tanstack/react-query';
import { readDecisionRequirements, readDecisionXml } from '../../api/decision-requirements';
import { readDraft, type DraftKind } from '../../api/drafts';
import { parseFormSchema, readDeployedForm } from '../../api/forms';
import {
  processDefinitionQuery,
  processDefinitionXmlQuery,
  type ProcessDefinition,
} from '../../api/process-definitions';
import { queryClient } from '../../api/query-client';
import { versionQuery } from '../../api/versions';
import { language, t } from '../../language/texts';
import { comparableText, type Comparable } from './comparable';

/** A model with its text. */
export interface ReadComparable {
  readonly comparable: Comparable;
  readonly notation: DraftKind;
  readonly name: string;
  /** Which of that name: `draft`, `version 3`, the name of a kept version. */
  readonly edition: string;
  readonly content: string;
  /** Of a deployed process. */
  readonly definition?: ProcessDefinition;
}

/** Reads a model to compare. Drafts change, what is kept or deployed does not. */
export function comparableQuery(comparable: Comparable | undefined) {
  return queryOptions({
    // Under the drafts, so that a change of one is seen.
    queryKey: ['drafts', 'compared', comparable === undefined ? '' : comparableText(comparable)],
    queryFn: ({ signal }) => read(comparable, signal),
    enabled: comparable !== undefined,
  });
}

async function read(comparable: Comparable | undefined, signal: AbortSignal): Promise<ReadComparable> {
  switch (comparable?.kind) {
    case undefined:
      throw new Error('Expected a model to read, found none.');
    case 'draft': {
      const { name, kind, content } = await readDraft(comparable.draftId, signal);
      return { comparable, notation: kind, name, edition: t('draft'), content };
    }
    case 'version': {
      const { draftId, versionId } = comparable;
      const [{ kind }, version] = await Promise.all([
        readDraft(draftId, signal),
        queryClient.fetchQuery(versionQuery(draftId, versionId)),
      ]);
      const edition =
        version.name ?? t('kept {{when}}', { when: new Date(version.createdAt).toLocaleString(language) });
      return { comparable, notation: kind, name: version.draftName, edition, content: version.content };
    }
    case 'process': {
      const key = comparable.processDefinitionKey;
      const [definition, content] = await Promise.all([
        queryClient.fetchQuery(processDefinitionQuery(key)),
        queryClient.fetchQuery(processDefinitionXmlQuery(key)),
      ]);
      const name = definition.name ?? definition.processDefinitionId;
      return {
        comparable,
        notation: 'bpmn',
        name,
        edition: t('deployed, version {{version}}', { version: definition.version }),
        content,
        definition,
      };
    }
    case 'decisions': {
      const key = comparable.decisionRequirementsKey;
      const [requirements, content] = await Promise.all([
        readDecisionRequirements(key, signal),
        readDecisionXml(key, signal),
      ]);
      const name = requirements.decisionRequirementsName;
      return {
        comparable,
        notation: 'dmn',
        name,
        edition: t('deployed, version {{version}}', { version: requirements.version }),
        content,
      };
    }
    case 'form': {
      const form = await readDeployedForm(comparable.formId);
      if (form === null) throw new Error(t('No form “{{formId}}” is deployed.', { formId: comparable.formId }));
      const content = JSON.stringify(parseFormSchema(form), null, 2);
      return {
        comparable,
        notation: 'form',
        name: form.formId,
        edition: t('deployed, version {{version}}', { version: form.version }),
        content,
      };
    }
  }
}
