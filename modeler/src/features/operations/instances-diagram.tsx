import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { elementStatisticsQuery } from '../../api/element-statistics';
import { processDefinitionXmlQuery, type ProcessDefinition } from '../../api/process-definitions';
import { t } from '../../language/texts';
import { TextLink } from '../../shared/link/text-link';
import { Diagram } from '../../shared/diagram/diagram';
import { marksOfStatistics, noMarks } from '../../shared/diagram/diagram-marks';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import classes from './instances-page.module.css';

export interface InstancesDiagramProps {
  readonly definition: ProcessDefinition;
  readonly elementId: string | null;
  readonly onSelect: (elementId: string | null) => void;
}

/** One version of a process with the tokens and incidents of all its instances; a click narrows the list to an element. */
export function InstancesDiagram({ definition, elementId, onSelect }: InstancesDiagramProps) {
  const xml = useQuery(processDefinitionXmlQuery(definition.processDefinitionKey));
  const statistics = useQuery(elementStatisticsQuery(definition.processDefinitionKey));
  const marks = useMemo(
    () => (statistics.data === undefined ? noMarks : marksOfStatistics(statistics.data)),
    [statistics.data],
  );
  if (xml.isError) {
    return (
      <div className={classes['problem']}>
        <ProblemNotice
          title={t('The diagram could not be read')}
          error={xml.error}
          onRetry={() => void xml.refetch()}
        />
      </div>
    );
  }
  if (xml.data === undefined) return <Skeleton height="100%" aria-busy="true" />;
  return (
    <div className={classes['diagram']}>
      <Diagram
        xml={xml.data}
        marks={marks}
        selectedId={elementId}
        onSelect={onSelect}
        label={t('Diagram of {{name}}', { name: definition.name ?? definition.processDefinitionId })}
      />
      <span className={classes['caption']}>
        {statistics.isError && `${t('Counts could not be read')} · `}
        {t('Version {{version}}', { version: definition.version })} ·{' '}
        <TextLink to="/compare" search={{ right: `process.${definition.processDefinitionKey}` }}>
          {t('Compare')}
        </TextLink>
      </span>
    </div>
  );
}
