import { useQueries, useQuery } from '@tanstack/react-query';
import { decisionRequirementsQuery } from '../../api/decision-requirements';
import { draftsQuery } from '../../api/drafts';
import { processDefinitionsQuery } from '../../api/process-definitions';
import { versionsQuery } from '../../api/versions';
import { language, t } from '../../language/texts';
import { comparableText, type Comparable } from './comparable';
import type { ReadComparable } from './read-comparable';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What can be compared, as groups of a select. */
export interface ChoiceGroup {
  readonly group: string;
  readonly items: readonly Choice[];
}

const choice = (comparable: Comparable, label: string): Choice => ({ value: comparableText(comparable), label });

/** Everything of the notation of what is compared that could stand on a side: kept versions, drafts, what is deployed. */
export function useChoices(sides: readonly (ReadComparable | undefined)[]): readonly ChoiceGroup[] {
  const notation = sides.find((side) => side !== undefined)?.notation;
  const draftIds = [
    ...new Set(
      sides.flatMap((side) =>
        side?.comparable.kind === 'draft' || side?.comparable.kind === 'version' ? [side.comparable.draftId] : [],
      ),
    ),
  ];
  const drafts = useQuery(draftsQuery(notation));
  const versions = useQueries({ queries: draftIds.map((draftId) => versionsQuery(draftId)) });
  const processes = useQuery({
    ...processDefinitionsQuery({
      sort: [{ field: 'name' }, { field: 'version', order: 'DESC' }],
      page: { limit: 500 },
    }),
    enabled: notation === undefined || notation === 'bpmn',
  });
  const decisions = useQuery({
    ...decisionRequirementsQuery(),
    enabled: notation === undefined || notation === 'dmn',
  });
  const groups: readonly ChoiceGroup[] = [
    ...draftIds.map((draftId, index) => ({
      group: t('Versions of {{name}}', {
        name: drafts.data?.find((draft) => draft.draftId === draftId)?.name ?? t('the draft'),
      }),
      items: (versions[index]?.data ?? []).map(({ versionId, name, createdAt }) => {
        const when = new Date(createdAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
        return choice({ kind: 'version', draftId, versionId }, name === null ? when : `${name} (${when})`);
      }),
    })),
    {
      group: t('Drafts'),
      items: (drafts.data ?? []).map(({ draftId, name }) => choice({ kind: 'draft', draftId }, name)),
    },
    {
      group: t('Deployed'),
      items: [
        ...(processes.data?.items ?? []).map(({ processDefinitionKey, processDefinitionId, name, version }) =>
          choice(
            { kind: 'process', processDefinitionKey },
            t('{{name}}, version {{version}}', { name: name ?? processDefinitionId, version }),
          ),
        ),
        ...(decisions.data ?? []).map(({ decisionRequirementsKey, decisionRequirementsName, version }) =>
          choice(
            { kind: 'decisions', decisionRequirementsKey },
            t('{{name}}, version {{version}}', { name: decisionRequirementsName, version }),
          ),
        ),
        ...(notation === 'form'
          ? [...new Set((drafts.data ?? []).flatMap(({ resourceId }) => resourceId ?? []))].map((formId) =>
              choice({ kind: 'form', formId }, t('{{formId}}, newest deployed', { formId })),
            )
          : []),
      ],
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
