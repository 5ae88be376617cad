import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { processDefinitionXmlQuery } from '../../api/process-definitions';
import {
  processInstancePathQuery,
  processInstanceQuery,
  processInstancesQuery,
  type ProcessInstance,
} from '../../api/process-instances';
import { ProblemError } from '../../api/problem-error';
import { t } from '../../language/texts';
import { useIsNarrow } from '../../shared/browser/use-media';
import { Diagram } from '../../shared/diagram/diagram';
import { marksOfPath, noMarks } from '../../shared/diagram/diagram-marks';
import { readProcessNames } from '../../shared/diagram/process-names';
import { HistoryList } from '../../shared/journal/history-list';
import { LinkButton } from '../../shared/link/link-button';
import { usePageTitle } from '../../shared/page/page-title';
import { SplitView } from '../../shared/split/split-view';
import { EmptyState } from '../../ui/empty-state';
import { IconStack2 } from '../../ui/icons';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { Tabs } from '../../ui/tabs';
import { CallsPanel } from './calls-panel';
import { ElementTree, type ElementChoice } from './element-tree';
import { IncidentsPanel } from './incidents-panel';
import { InstanceHeader } from './instance-header';
import type { InstancePanel, InstanceSearch } from './instance-search';
import { JobsPanel } from './jobs-panel';
import { ModificationBar } from './modification/modification-bar';
import { plannedMarks } from './modification/modification-plan';
import { useModification } from './modification/use-modification';
import { MomentElements } from './time-travel/moment-elements';
import { MomentVariables } from './time-travel/moment-variables';
import { TimeBar } from './time-travel/time-bar';
import { useTimeTravel } from './time-travel/use-time-travel';
import { TimelinePanel } from './timeline-panel';
import { useScope } from './use-scope';
import { VariablesPanel } from './variables-panel';
import classes from './instance-page.module.css';

const route = getRouteApi('/operations/instances/$processInstanceKey');

function Instance({ instance }: { readonly instance: ProcessInstance }) {
  const { processInstanceKey, processDefinitionKey } = instance;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isNarrow = useIsNarrow();
  const travel = useTimeTravel(processInstanceKey, search.at);
  const { moment } = travel;
  // Before a migration it followed another definition.
  const xml = useQuery(processDefinitionXmlQuery(moment?.processDefinitionKey ?? processDefinitionKey));
  const path = useQuery(processInstancePathQuery(processInstanceKey));
  const calls = useQuery(
    processInstancesQuery({
      filter: { parentProcessInstanceKey: processInstanceKey },
      sort: [{ field: 'startDate', order: 'DESC' }],
      page: { limit: 100 },
    }),
  );
  const scope = useScope(instance, search);
  const shownPath = travel.at === null ? path.data : moment?.path;
  const marks = useMemo(() => (shownPath === undefined ? noMarks : marksOfPath(shownPath)), [shownPath]);
  const modification = useModification();
  // What is planned is about now: it waits while an earlier step is looked at.
  const plan = travel.at === null ? modification.plan : null;
  const shownMarks = useMemo(() => (plan === null ? marks : plannedMarks(marks, plan)), [marks, plan]);
  const names = useMemo(() => readProcessNames(xml.data ?? ''), [xml.data]);
  const nameOf = (elementId: string) => names.get(elementId) ?? elementId;
  const incidents = marks.elements.reduce((sum, mark) => sum + mark.incidents, 0);
  const called = calls.data?.items ?? [];

  const change = (part: { readonly [Name in keyof InstanceSearch]?: InstanceSearch[Name] | undefined }) =>
    void navigate({ to: '.', search: (previous) => ({ ...previous, ...part }), replace: true });
  const choose = (choice: ElementChoice | null) =>
    change({ element: choice?.elementId, scope: choice?.scopeKey ?? undefined });
  const go = (at: number | null) => change({ at: at ?? undefined });
  const chooseElement = (elementId: string | null) => change({ element: elementId ?? undefined, scope: undefined });

  const history = [
    'history',
    t('History'),
    <HistoryList
      key="history"
      processInstanceKey={processInstanceKey}
      xml={xml.data ?? null}
      onShowStep={go}
      shownStep={travel.at}
    />,
  ] as const;
  const panelsNow: readonly (readonly [InstancePanel, string, ReactNode])[] = [
    [
      'variables',
      t('Variables'),
      <VariablesPanel
        key={scope.key}
        processInstanceKey={processInstanceKey}
        onShowStep={go}
        scopeKey={scope.key}
        scopeName={
          scope.elementId === null ? (instance.processDefinitionName ?? t('the instance')) : nameOf(scope.elementId)
        }
        isRoot={scope.elementId === null}
        readOnly={!scope.isActive}
      />,
    ],
    [
      'incidents',
      incidents > 0 ? t('Incidents ({{number}})', { number: incidents }) : t('Incidents'),
      <IncidentsPanel
        key="incidents"
        processInstanceKey={processInstanceKey}
        nameOf={nameOf}
        onChooseElement={chooseElement}
        isActive={instance.state === 'ACTIVE'}
      />,
    ],
    ['jobs', t('Jobs'), <JobsPanel key="jobs" processInstanceKey={processInstanceKey} nameOf={nameOf} />],
    [
      'timeline',
      t('Timeline'),
      <TimelinePanel
        key="timeline"
        instance={instance}
        nameOf={nameOf}
        onChoose={({ elementId, elementInstanceKey }) => choose({ elementId, scopeKey: elementInstanceKey })}
      />,
    ],
    history,
    ...(called.length > 0
      ? [
          [
            'calls',
            t('Called instances ({{number}})', { number: called.length }),
            <CallsPanel key="calls" instances={called} />,
          ] as const,
        ]
      : []),
  ];
  const panelsThen: typeof panelsNow =
    moment === undefined
      ? [history]
      : [
          [
            'variables',
            t('Variables'),
            <MomentVariables key="then" moment={moment} processInstanceKey={processInstanceKey} nameOf={nameOf} />,
          ],
          history,
        ];
  const treeThen =
    moment === undefined ? (
      <Skeleton height={60} m="sm" aria-busy="true" />
    ) : (
      <MomentElements moment={moment} nameOf={nameOf} chosenId={search.element ?? null} onChoose={chooseElement} />
    );
  const panels = travel.at === null ? panelsNow : panelsThen;
  const treeNow = (
    <ElementTree
      instance={instance}
      nameOf={nameOf}
      chosen={{ elementId: search.element ?? null, scopeKey: search.scope ?? null }}
      onChoose={choose}
    />
  );
  const tree = travel.at === null ? treeNow : treeThen;
  const shown = isNarrow ? [...panels, ['elements', t('Elements'), tree] as const] : panels;
  const current = shown.find(([id]) => id === search.panel) ?? shown[0];

  const diagram = xml.isError ? (
    <div className={classes['padded']}>
      <ProblemNotice title={t('The diagram could not be read')} error={xml.error} onRetry={() => void xml.refetch()} />
    </div>
  ) : xml.data === undefined ? (
    <Skeleton height="100%" aria-busy="true" />
  ) : (
    <Diagram
      xml={xml.data}
      marks={shownMarks}
      selectedId={search.element ?? null}
      onSelect={(elementId) => {
        if (plan === null || modification.moving === null || elementId === null) chooseElement(elementId);
        else modification.moveToken(modification.moving, elementId);
      }}
      onMoveToken={plan === null ? undefined : modification.moveToken}
      label={t('Diagram of {{name}}', { name: instance.processDefinitionName ?? instance.processDefinitionId })}
    />
  );
  const panel = (
    <section className={classes['panel']} aria-label={t('Details')}>
      <Tabs
        className={classes['tabs'] ?? ''}
        value={current?.[0] ?? 'variables'}
        onChange={(value) => change({ panel: shown.find(([id]) => id === value)?.[0] })}
      >
        <Tabs.List className={classes['tabList'] ?? ''} style={{ flexWrap: 'nowrap' }}>
          {shown.map(([id, title]) => (
            <Tabs.Tab key={id} value={id} style={{ whiteSpace: 'nowrap' }}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <div className={classes['scroll']}>{current?.[2]}</div>
    </section>
  );
  return (
    <div className={classes['page']}>
      <InstanceHeader
        instance={instance}
        isInThePast={travel.at !== null}
        onTravel={() => go(travel.at === null ? Math.max(1, travel.last) : null)}
        onModify={instance.state === 'ACTIVE' && plan === null && travel.at === null ? modification.begin : null}
      />
      <TimeBar travel={travel} onGo={go} />
      <ModificationBar
        processInstanceKey={processInstanceKey}
        plan={plan}
        modification={modification}
        marks={marks}
        nameOf={nameOf}
        chosenId={search.element ?? null}
      />
      <div className={classes['main']}>
        {isNarrow ? (
          <div className={classes['stacked']}>
            <div className={classes['stackedDiagram']}>{diagram}</div>
            <div className={classes['stackedPanel']}>{panel}</div>
          </div>
        ) : (
          <SplitView
            name="instance"
            direction="column"
            firstSize={52}
            first={diagram}
            second={
              <div className={classes['panels']}>
                <SplitView
                  name="instance-panels"
                  direction="row"
                  firstSize={30}
                  least={200}
                  first={
                    <section className={classes['elements']} aria-label={t('Elements')}>
                      <h2 className={classes['sideTitle']}>{t('Elements')}</h2>
                      <div className={classes['scroll']}>{tree}</div>
                    </section>
                  }
                  second={panel}
                />
              </div>
            }
          />
        )}
      </div>
    </div>
  );
}

/** One process instance: where its tokens are, what it knows, what stops it, what happened. */
export function InstancePage() {
  const { processInstanceKey } = route.useParams();
  const query = useQuery(processInstanceQuery(processInstanceKey));
  const instance = query.data;
  usePageTitle(
    instance === undefined
      ? t('Instance {{processInstanceKey}}', { processInstanceKey })
      : `${instance.processDefinitionName ?? instance.processDefinitionId} ${processInstanceKey}`,
  );
  if (instance !== undefined) return <Instance key={processInstanceKey} instance={instance} />;
  if (!query.isError) return <Skeleton height={160} m="lg" aria-busy="true" />;
  return query.error instanceof ProblemError && query.error.status < 500 ? (
    <EmptyState
      icon={<IconStack2 size={32} />}
      title={t('There is no such instance')}
      hint={t('No process instance has the key {{processInstanceKey}}. It may be mistyped.', { processInstanceKey })}
    >
      <LinkButton to="/operations" variant="default">
        {t('All instances')}
      </LinkButton>
    </EmptyState>
  ) : (
    <div className={classes['padded']}>
      <ProblemNotice
        title={t('The instance could not be read')}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    </div>
  );
}
