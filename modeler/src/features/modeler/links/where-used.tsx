import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { draftLinksQuery, processLinksQuery, type LinkTarget, type ModelUse } from '../../../api/model-links';
import { t } from '../../../language/texts';
import { Button } from '../../../ui/button';
import { IconLink, IconSchema, IconStack2 } from '../../../ui/icons';
import { Popover } from '../../../ui/popover';
import classes from './where-used.module.css';

interface Place {
  readonly key: string;
  readonly name: string;
  readonly uses: readonly ModelUse[];
}
interface DraftPlace extends Place {
  readonly draftId: string;
}
interface DeployedPlace extends Place {
  readonly processId: string;
  readonly version: number;
}

/** The drafts and deployed processes that refer to something in this draft. */
function useUses(draftId: string): {
  readonly drafts: readonly DraftPlace[];
  readonly deployed: readonly DeployedPlace[];
} {
  const drafts = useQuery(draftLinksQuery()).data;
  const processes = useQuery(processLinksQuery()).data;
  return useMemo(() => {
    const targets: readonly LinkTarget[] = drafts?.find((each) => each.draftId === draftId)?.targets ?? [];
    const isMeant = ({ kind, id }: ModelUse) => targets.some((target) => target.kind === kind && target.id === id);
    return {
      drafts: (drafts ?? [])
        .map((each) => ({ ...each, key: each.draftId, uses: each.uses.filter(isMeant) }))
        .filter(({ uses }) => uses.length > 0),
      deployed: (processes ?? [])
        .map((each) => ({
          key: each.processDefinitionKey,
          name: each.name ?? each.processDefinitionId,
          processId: each.processDefinitionId,
          version: each.version,
          uses: each.uses.filter(isMeant),
        }))
        .filter(({ uses }) => uses.length > 0),
    };
  }, [drafts, processes, draftId]);
}

const elementOf = ({ elementId, elementName }: ModelUse): string => elementName ?? elementId;

/** Where a form, decision or process is used: a button with the number, and the list behind it. */
export function WhereUsed({ draftId }: { readonly draftId: string }) {
  const { drafts, deployed } = useUses(draftId);
  const count = drafts.length + deployed.length;
  if (count === 0) return null;
  return (
    <Popover position="bottom-start" width={320} shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconLink size={15} />}>
          {t('Used in {{number}}', { number: count })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <section className={classes['list']} aria-label={t('Where it is used')}>
          {count === 0 && (
            <p className={classes['empty']}>
              {t(
                'No process uses it yet. It is chosen in the properties of a user task, a start event, a business rule task or a call activity.',
              )}
            </p>
          )}
          {drafts.length > 0 && <h3>{t('Drafts')}</h3>}
          {drafts.map(({ key, draftId: id, name, uses }) => (
            <ul key={key}>
              {uses.map((use) => (
                <li key={`${use.elementId} ${use.id}`}>
                  <Link to="/modeler/$draftId" params={{ draftId: id }} search={{ element: use.elementId }}>
                    <IconSchema size={15} aria-hidden />
                    <span>{name}</span>
                    <span className={classes['element']}>{elementOf(use)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          ))}
          {deployed.length > 0 && <h3>{t('Deployed')}</h3>}
          {deployed.map(({ key, processId, name, version, uses }) => (
            <ul key={key}>
              {uses.map((use) => (
                <li key={`${use.elementId} ${use.id}`}>
                  <Link to="/operations" search={{ process: processId, version, element: use.elementId }}>
                    <IconStack2 size={15} aria-hidden />
                    <span>{name}</span>
                    <span className={classes['element']}>{elementOf(use)}</span>
                    <span className={classes['version']}>v{version}</span>
                  </Link>
                </li>
              ))}
            </ul>
          ))}
        </section>
      </Popover.Dropdown>
    </Popover>
  );
}
