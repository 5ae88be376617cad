import { useQuery } from '@tanstack/react-query';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useMemo } from 'react';
import {
  deployedDecisionsQuery,
  deployedFormsQuery,
  draftLinksQuery,
  processLinksQuery,
  type LinkKind,
} from '../../../api/model-links';
import { service } from '../bpmn/modeler-services';

/** Something that an element can be linked to. */
export interface Linkable {
  readonly id: string;
  readonly name: string;
  /** The draft that has it; null where it is only deployed. */
  readonly draftId: string | null;
}

/** What there is to link to, by kind; each list by name. */
export type Linkables = Readonly<Record<LinkKind, readonly Linkable[]>>;

export const noLinkables: Linkables = { process: [], form: [], decision: [] };

/** Puts drafts before what is deployed: a draft is the newer word on the same id. */
export function mergeLinkables(drafts: readonly Linkable[], deployed: readonly Linkable[]): readonly Linkable[] {
  const byId = new Map<string, Linkable>();
  for (const each of [...drafts, ...deployed]) if (!byId.has(each.id)) byId.set(each.id, each);
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/** What elements can be linked to: what is in a draft, and what is deployed. */
export function useLinkables(): Linkables {
  const drafts = useQuery(draftLinksQuery()).data;
  const processes = useQuery(processLinksQuery()).data;
  const forms = useQuery(deployedFormsQuery()).data;
  const decisions = useQuery(deployedDecisionsQuery()).data;
  return useMemo(() => {
    const inDrafts = (kind: LinkKind): readonly Linkable[] =>
      (drafts ?? []).flatMap(({ draftId, name, targets }) =>
        targets
          .filter((target) => target.kind === kind)
          // A form has no name of its own.
          .map((target) => ({ id: target.id, name: target.name ?? (kind === 'form' ? name : target.id), draftId })),
      );
    const deployed = (id: string, name: string | null): Linkable => ({ id, name: name || id, draftId: null });
    return {
      process: mergeLinkables(
        inDrafts('process'),
        (processes ?? []).map((each) => deployed(each.processDefinitionId, each.name)),
      ),
      form: mergeLinkables(
        inDrafts('form'),
        (forms ?? []).map(({ formId }) => deployed(formId, null)),
      ),
      decision: mergeLinkables(
        inDrafts('decision'),
        (decisions ?? []).map((each) => deployed(each.decisionDefinitionId, each.name)),
      ),
    };
  }, [drafts, processes, forms, decisions]);
}

/** Tells the pickers in the properties panel what there is. */
export function useLinkablesOf(modeler: Modeler | null, linkables: Linkables): void {
  useEffect(() => {
    if (modeler !== null) service(modeler, 'batonLinkables').set(linkables);
  }, [modeler, linkables]);
}
