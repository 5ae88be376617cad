import { useQuery } from '@tanstack/react-query';
import type { ElementInstance } from '../../api/element-instances';
import { elementInstancesQuery } from '../../api/element-instances';
import type { ProcessInstance } from '../../api/process-instances';
import { t } from '../../language/texts';
import { typeInWords } from '../../shared/diagram/element-words';
import { IconAlertTriangle, IconBan, IconCircleCheck, IconPlayerPause, IconPlayerPlay } from '../../ui/icons';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import classes from './element-tree.module.css';

/** Element instances of one scope that are shown; a loop of thousands is named, not drawn. */
const mostChildren = 500;

const icons = {
  ACTIVE: IconPlayerPlay,
  SUSPENDED: IconPlayerPause,
  COMPLETED: IconCircleCheck,
  TERMINATED: IconBan,
  INCIDENT: IconAlertTriangle,
};
const stateWords = {
  ACTIVE: t('active'),
  SUSPENDED: t('suspended'),
  COMPLETED: t('completed'),
  TERMINATED: t('terminated'),
  INCIDENT: t('incident'),
};

/** Element types that hold element instances of their own. */
const scopes = new Set([
  'SUB_PROCESS',
  'EVENT_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
  'MULTI_INSTANCE_BODY',
]);

export interface ElementChoice {
  readonly elementId: string;
  /** Key of the element instance; null for the process instance itself. */
  readonly scopeKey: string | null;
}

interface TreeProps {
  readonly nameOf: (elementId: string) => string;
  readonly chosen: { readonly elementId: string | null; readonly scopeKey: string | null };
  readonly onChoose: (choice: ElementChoice | null) => void;
}

function Children({ scopeKey, depth, ...props }: TreeProps & { readonly scopeKey: string; readonly depth: number }) {
  const children = useQuery(
    elementInstancesQuery({
      filter: { elementInstanceScopeKey: scopeKey },
      sort: [{ field: 'elementInstanceKey', order: 'ASC' }],
      page: { limit: mostChildren },
    }),
  );
  if (children.data === undefined) {
    return children.isError ? (
      <ProblemNotice
        title={t('The elements could not be read')}
        error={children.error}
        onRetry={() => void children.refetch()}
      />
    ) : (
      <Skeleton height={60} m="sm" aria-busy="true" />
    );
  }
  const { items, page } = children.data;
  return (
    <ul role={depth === 1 ? undefined : 'group'}>
      {items.map((element) => (
        <Row key={element.elementInstanceKey} element={element} depth={depth} {...props} />
      ))}
      {page.totalItems > items.length && (
        <li className={classes['more']}>
          {t('{{count, number}} more are not shown here; the history lists them all.', {
            count: page.totalItems - items.length,
          })}
        </li>
      )}
    </ul>
  );
}

function Row({ element, depth, ...props }: TreeProps & { readonly element: ElementInstance; readonly depth: number }) {
  const { nameOf, chosen, onChoose } = props;
  const state = element.hasIncident && element.state === 'ACTIVE' ? 'INCIDENT' : element.state;
  const Icon = icons[state];
  const name = element.elementName ?? nameOf(element.elementId);
  const isChosen =
    chosen.scopeKey === null ? chosen.elementId === element.elementId : chosen.scopeKey === element.elementInstanceKey;
  return (
    <li>
      <button
        type="button"
        className={classes['row']}
        style={{ paddingLeft: 12 + depth * 16 }}
        aria-current={isChosen}
        aria-label={`${name}, ${typeInWords(element.type)}, ${stateWords[state]}`}
        onClick={() => onChoose({ elementId: element.elementId, scopeKey: element.elementInstanceKey })}
      >
        <Icon size={14} className={classes['icon'] ?? ''} data-state={state} aria-hidden />
        <span className={classes['name']}>{name}</span>{' '}
        <span className={classes['type']}>{typeInWords(element.type)}</span>
      </button>
      {scopes.has(element.type) && <Children scopeKey={element.elementInstanceKey} depth={depth + 1} {...props} />}
    </li>
  );
}

/** Everything that the instance went through, as a tree of scopes: the diagram for those who read lists. */
export function ElementTree({ instance, ...props }: TreeProps & { readonly instance: ProcessInstance }) {
  const state = instance.hasIncident && instance.state === 'ACTIVE' ? 'INCIDENT' : instance.state;
  const Icon = icons[state];
  const name = instance.processDefinitionName ?? instance.processDefinitionId;
  return (
    <ul className={classes['tree']} aria-label={t('Elements')}>
      <li>
        <button
          type="button"
          className={classes['row']}
          aria-current={props.chosen.elementId === null}
          aria-label={t('{{name}}, process, {{state}}', { name, state: stateWords[state] })}
          onClick={() => props.onChoose(null)}
        >
          <Icon size={14} className={classes['icon'] ?? ''} data-state={state} aria-hidden />
          <span className={classes['name']}>{name}</span> <span className={classes['type']}>{t('Process')}</span>
        </button>
        <Children scopeKey={instance.processInstanceKey} depth={1} {...props} />
      </li>
    </ul>
  );
}
