import { useState } from 'react';
import type { ProcessDefinition } from '../../api/process-definitions';
import { elementStatisticsQuery } from '../../api/element-statistics';
import { queryClient } from '../../api/query-client';
import { useQuery } from '@tanstack/react-query';
import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { IconArrowsExchange, IconRocket, IconTransfer } from '../../ui/icons';
import { SegmentedControl } from '../../ui/segmented-control';
import { Select } from '../../ui/select';
import { toastProblem, toastSuccess } from '../../ui/toast';
import { deployCompared } from './deploy-compared';
import type { CompareSearch } from './compare-search';
import { MigrateDialog } from './migrate-dialog';
import type { ReadComparable } from './read-comparable';
import { useChoices } from './use-choices';
import classes from './compare-page.module.css';

export interface CompareHeadProps {
  readonly search: CompareSearch;
  readonly left: ReadComparable | undefined;
  readonly right: ReadComparable | undefined;
  readonly onChange: (change: CompareSearch) => void;
}

const isDeployed = (
  side: ReadComparable | undefined,
): side is ReadComparable & { readonly definition: ProcessDefinition } => side?.definition !== undefined;

/** Lets instances of the deployed process on the left go on by the one on the right. */
function Migrate({
  left,
  right,
}: {
  readonly left: ReadComparable | undefined;
  readonly right: ReadComparable | undefined;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const key = left?.definition?.processDefinitionKey ?? '';
  const statistics = useQuery({ ...elementStatisticsQuery(key), enabled: key !== '' });
  if (!isDeployed(left) || !isDeployed(right) || left.definition === right.definition) return null;
  const isRunning = statistics.data?.some(({ active, incidents }) => active + incidents > 0) === true;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTransfer size={15} />}
        disabled={!isRunning && !isOpen}
        title={
          isRunning
            ? undefined
            : t('No instance of version {{version}} is running', { version: left.definition.version })
        }
        onClick={() => setIsOpen(true)}
      >
        {t('Migrate instances')}
      </Button>
      <MigrateDialog
        key={`${left.definition.processDefinitionKey}-${right.definition.processDefinitionKey}`}
        left={left}
        right={right}
        opened={isOpen}
        onClose={() => setIsOpen(false)}
      />
    </>
  );
}

/** What is compared with what, and what can be done with it. */
export function CompareHead({ search, left, right, onChange }: CompareHeadProps) {
  const [isDeploying, setIsDeploying] = useState(false);
  const choices = useChoices([left, right]);
  const deploy = async () => {
    if (right === undefined) return;
    setIsDeploying(true);
    try {
      const deployed = await deployCompared(right);
      void queryClient.invalidateQueries({ queryKey: ['process-definitions'] });
      void queryClient.invalidateQueries({ queryKey: ['drafts'] });
      toastSuccess({ title: t('Deployed {{name}}', { name: right.name }) });
      // From here the instances can go on by it.
      if (deployed !== null) onChange({ right: deployed });
    } catch (error) {
      toastProblem(error, t('Not deployed'));
    } finally {
      setIsDeploying(false);
    }
  };
  const chooser = (side: 'left' | 'right', label: string) => (
    <Select
      className={classes['chooser'] ?? ''}
      size="xs"
      label={label}
      placeholder={t('Choose a draft, a version or what is deployed')}
      searchable
      nothingFoundMessage={t('Nothing of that name')}
      value={search[side] ?? null}
      onChange={(value) => onChange({ [side]: value ?? undefined })}
      data={choices.map(({ group, items }) => ({ group, items: [...items] }))}
    />
  );
  const isDraft = right?.comparable.kind === 'draft' || right?.comparable.kind === 'version';
  return (
    <header className={classes['head']}>
      {chooser('left', t('Before'))}
      <IconButton label={t('Exchange both sides')} onClick={() => onChange({ left: search.right, right: search.left })}>
        <IconArrowsExchange size={17} />
      </IconButton>
      {chooser('right', t('After'))}
      <span className={classes['gap']} />
      <SegmentedControl
        size="xs"
        aria-label={t('View')}
        value={search.view ?? 'changes'}
        onChange={(view) => onChange({ view: view === 'source' ? 'source' : undefined })}
        data={[
          { value: 'changes', label: t('Changes') },
          { value: 'source', label: t('Source') },
        ]}
      />
      <Migrate left={left} right={right} />
      {isDraft && (
        <Button leftSection={<IconRocket size={15} />} loading={isDeploying} onClick={() => void deploy()}>
          {t('Deploy')}
        </Button>
      )}
    </header>
  );
}
