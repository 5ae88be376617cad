import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { t } from '../../language/texts';
import { usePageTitle } from '../../shared/page/page-title';
import { SplitView } from '../../shared/split/split-view';
import { EmptyState } from '../../ui/empty-state';
import { HiddenText } from '../../ui/hidden-text';
import { IconArrowsExchange } from '../../ui/icons';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { ChangeList } from './change-list';
import { parseComparable } from './comparable';
import { CompareHead } from './compare-head';
import type { CompareSearch } from './compare-search';
import { compareTexts, type Comparison } from './compare-texts';
import { ComparedDiagrams } from './compared-diagrams';
import { ComparedForms } from './compared-forms';
import { ComparedTables } from './compared-tables';
import { comparableQuery, type ReadComparable } from './read-comparable';
import { SourceDiff } from './source-diff';
import { useOtherSide } from './use-other-side';
import classes from './compare-page.module.css';

const route = getRouteApi('/compare');

interface BothProps {
  readonly left: ReadComparable;
  readonly right: ReadComparable;
  readonly selectedId: string | null;
  readonly onSelect: (elementId: string | null) => void;
}

/** The two as pictures, the way people know them. */
function Pictures({ comparison, ...both }: BothProps & { readonly comparison: Comparison }) {
  const { changes, tables } = comparison;
  if (both.left.notation === 'bpmn') return <ComparedDiagrams changes={changes} {...both} />;
  if (both.left.notation === 'form') return <ComparedForms changes={changes} {...both} />;
  return <ComparedTables tables={tables} changes={changes} selectedId={both.selectedId} onSelect={both.onSelect} />;
}

function Changes(both: BothProps) {
  const { left, right, selectedId, onSelect } = both;
  const comparison = useQuery({
    queryKey: ['comparison', left.notation, left.content, right.content],
    queryFn: () => compareTexts(left.notation, left.content, right.content),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  if (comparison.isError) return <ProblemNotice title={t('These could not be compared')} error={comparison.error} />;
  if (comparison.data === undefined) return <Skeleton height="100%" aria-busy="true" />;
  return (
    <SplitView
      name="compare"
      direction="column"
      firstSize={60}
      first={<Pictures comparison={comparison.data} {...both} />}
      second={<ChangeList changes={comparison.data.changes} selectedId={selectedId} onSelect={onSelect} />}
    />
  );
}

/** Two models beside each other: drafts, kept versions, what is deployed; with what differs, as a picture and in words. */
export function ComparePage() {
  usePageTitle(t('Compare'));
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const right = useQuery(comparableQuery(parseComparable(search.right)));
  const otherSide = useOtherSide(right.data);
  const leftText = search.left ?? otherSide;
  const left = useQuery(comparableQuery(parseComparable(leftText)));
  const change = (part: CompareSearch) =>
    void navigate({ to: '.', search: (previous) => ({ ...previous, ...part }), replace: true });
  const failed = left.isError ? left : right.isError ? right : null;

  const body = () => {
    if (failed !== null)
      return (
        <ProblemNotice
          title={t('One of the two could not be read')}
          error={failed.error}
          onRetry={() => void failed.refetch()}
        />
      );
    if (leftText === undefined || search.right === undefined)
      return (
        <EmptyState
          icon={<IconArrowsExchange size={28} />}
          title={t('Choose two to compare')}
          hint={t(
            'A draft with what is deployed, one version with another: what differs is marked on both, and listed property by property. The address holds the comparison and can be shared.',
          )}
        />
      );
    if (left.data === undefined || right.data === undefined) return <Skeleton height="100%" aria-busy="true" />;
    if (left.data.notation !== right.data.notation)
      return (
        <EmptyState
          icon={<IconArrowsExchange size={28} />}
          title={t('These are of different kinds')}
          hint={t(
            'A process can be compared with a process, a form with a form, a decision model with a decision model. Choose another one for one of the sides.',
          )}
        />
      );
    if (search.view === 'source')
      return (
        <SourceDiff
          language={left.data.notation === 'form' ? 'json' : 'xml'}
          before={left.data.content}
          after={right.data.content}
        />
      );
    return (
      <Changes
        left={left.data}
        right={right.data}
        selectedId={search.element ?? null}
        onSelect={(element) => change({ element: element ?? undefined })}
      />
    );
  };
  return (
    <div className={classes['page']}>
      <HiddenText>
        <h1>{t('Compare')}</h1>
      </HiddenText>
      <CompareHead search={{ ...search, left: leftText }} left={left.data} right={right.data} onChange={change} />
      <div className={classes['main']}>{body()}</div>
    </div>
  );
}
