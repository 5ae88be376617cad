import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { latestProcessDefinitionsQuery, processDefinitionsQuery } from '../../api/process-definitions';
import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import { IconFilter, IconSearch, IconX } from '../../ui/icons';
import { Popover } from '../../ui/popover';
import { SegmentedControl } from '../../ui/segmented-control';
import { Select } from '../../ui/select';
import { TextInput } from '../../ui/text-input';
import { detailCount, isKey, type InstancesSearch } from './instances-search';
import classes from './instance-filters.module.css';

/** A change of the address: `undefined` takes a condition away. */
export type SearchChange = { readonly [Name in keyof InstancesSearch]?: InstancesSearch[Name] | undefined };

export interface InstanceFiltersProps {
  readonly search: InstancesSearch;
  readonly onChange: (change: SearchChange) => void;
}

/** A text field that changes the address on Enter or when it is left, not with every letter. */
function SlowText(props: {
  readonly value: string | undefined;
  readonly label: string;
  readonly placeholder?: string;
  readonly onCommit: (value: string | undefined) => void;
  readonly isHidden?: boolean;
  readonly className?: string | undefined;
  readonly error?: string | null;
}) {
  const { value = '', label, placeholder, onCommit, isHidden = false, className, error = null } = props;
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(value);
  }
  const commit = () => {
    const next = text.trim();
    if (next !== value) onCommit(next === '' ? undefined : next);
  };
  return (
    <TextInput
      className={className ?? ''}
      label={isHidden ? undefined : label}
      aria-label={isHidden ? label : undefined}
      placeholder={placeholder}
      leftSection={isHidden ? <IconSearch size={14} /> : undefined}
      value={text}
      error={error}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

function Details({ search, onChange }: InstanceFiltersProps) {
  return (
    <div className={classes['details']}>
      <SlowText
        label={t('Business id contains')}
        value={search.business}
        onCommit={(business) => onChange({ business })}
      />
      <div className={classes['pair']}>
        <TextInput
          type="date"
          label={t('Started from')}
          value={search.from ?? ''}
          onChange={(event) =>
            onChange({ from: event.currentTarget.value === '' ? undefined : event.currentTarget.value })
          }
        />
        <TextInput
          type="date"
          label={t('Started until')}
          value={search.to ?? ''}
          onChange={(event) =>
            onChange({ to: event.currentTarget.value === '' ? undefined : event.currentTarget.value })
          }
        />
      </div>
      <div className={classes['pair']}>
        <SlowText
          label={t('Variable')}
          placeholder={t('name')}
          value={search.variable}
          onCommit={(variable) => onChange({ variable })}
        />
        <SlowText
          label={t('has the value')}
          placeholder={t('Ann, 42, true')}
          value={search.value}
          onCommit={(value) => onChange({ value })}
        />
      </div>
    </div>
  );
}

/** The conditions of the instance list. Everything is in the address, so that a filtered list can be shared. */
export function InstanceFilters({ search, onChange }: InstanceFiltersProps) {
  const latest = useQuery(latestProcessDefinitionsQuery());
  const versions = useQuery({
    ...processDefinitionsQuery({
      filter: { processDefinitionId: search.process ?? '' },
      sort: [{ field: 'version', order: 'DESC' }],
      page: { limit: 200 },
    }),
    enabled: search.process !== undefined,
  });
  const [isOpen, setIsOpen] = useState(false);
  const details = detailCount(search);
  const isFiltered = Object.keys(search).some((name) => !['sort', 'order', 'after', 'before'].includes(name));
  // Several tenants may have one of the same id: the filter is for all of them.
  const names = new Map((latest.data?.items ?? []).map(({ processDefinitionId, name }) => [processDefinitionId, name]));
  const processes = [...names].map(([value, name]) => ({ value, label: name === null || name === '' ? value : name }));
  if (search.process !== undefined && !processes.some(({ value }) => value === search.process)) {
    processes.push({ value: search.process, label: search.process });
  }
  return (
    <div className={classes['bar']} role="search" aria-label={t('Filter instances')}>
      <Select
        className={classes['process'] ?? ''}
        aria-label={t('Process')}
        placeholder={t('All processes')}
        searchable
        clearable
        nothingFoundMessage={t('No such process')}
        value={search.process ?? null}
        data={processes}
        onChange={(process) => onChange({ process: process ?? undefined, version: undefined, element: undefined })}
      />
      {search.process !== undefined && (
        <Select
          className={classes['version'] ?? ''}
          aria-label={t('Version')}
          placeholder={t('All versions')}
          clearable
          value={search.version === undefined ? null : String(search.version)}
          data={[...new Set((versions.data?.items ?? []).map(({ version }) => version))].map((version) => ({
            value: String(version),
            label: t('Version {{version}}', { version }),
          }))}
          onChange={(version) =>
            onChange({ version: version === null ? undefined : Number(version), element: undefined })
          }
        />
      )}
      <SegmentedControl
        aria-label={t('State')}
        value={search.state ?? 'all'}
        onChange={(state) => onChange({ state: state === 'all' ? undefined : state })}
        data={[
          { value: 'all', label: t('All') },
          { value: 'active', label: t('Active') },
          { value: 'incident', label: t('Incidents') },
          { value: 'completed', label: t('Completed') },
          { value: 'terminated', label: t('Terminated') },
        ]}
      />
      <SlowText
        isHidden
        className={classes['key']}
        label={t('Instance key')}
        placeholder={t('Instance key')}
        value={search.key}
        error={search.key === undefined || isKey(search.key.trim()) ? null : t('A key has digits only')}
        onCommit={(key) => onChange({ key })}
      />
      <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus>
        <Popover.Target>
          <Button
            variant={details > 0 ? 'light' : 'default'}
            leftSection={<IconFilter size={14} />}
            onClick={() => setIsOpen((now) => !now)}
          >
            {details > 0 ? t('More filters ({{details}})', { details }) : t('More filters')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Details search={search} onChange={onChange} />
        </Popover.Dropdown>
      </Popover>
      {search.element !== undefined && (
        <Button variant="light" rightSection={<IconX size={13} />} onClick={() => onChange({ element: undefined })}>
          {t('At {{element}}', { element: search.element })}
        </Button>
      )}
      {isFiltered && (
        <Button
          variant="subtle"
          onClick={() =>
            onChange({
              state: undefined,
              process: undefined,
              version: undefined,
              element: undefined,
              key: undefined,
              business: undefined,
              from: undefined,
              to: undefined,
              variable: undefined,
              value: undefined,
            })
          }
        >
          {t('Clear')}
        </Button>
      )}
    </div>
  );
}
