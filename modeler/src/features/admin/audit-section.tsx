import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { auditFile, auditQuery, type AuditEntry } from '../../api/audit';
import { t } from '../../language/texts';
import { TextLink } from '../../shared/link/text-link';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { IconButton } from '../../ui/icon-button';
import { IconDownload, IconEye, IconHistory, IconRefresh, IconSearch } from '../../ui/icons';
import { Modal } from '../../ui/modal';
import { RelativeTime } from '../../ui/relative-time';
import { SegmentedControl } from '../../ui/segmented-control';
import { TextInput } from '../../ui/text-input';
import { AdminTable, Id, Quiet, type AdminColumn } from './admin-table';
import { inWords } from './permission-words';
import { SectionHead } from './section-head';
import classes from './audit-section.module.css';

/** What was done, as the operation is called; of a login or a refusal, that. */
const whatOf = ({ details, operationType }: AuditEntry): string => {
  const event = details?.['event'];
  if (typeof event === 'string') return event;
  const operation = details?.['operation'];
  return typeof operation === 'string' ? operation : inWords(operationType);
};

const columns: readonly AdminColumn<AuditEntry>[] = [
  { title: t('When'), cell: ({ timestamp }) => <RelativeTime at={timestamp} /> },
  {
    title: t('Who'),
    cell: ({ actorId }) => (actorId === null ? <Quiet /> : <Id>{actorId}</Id>),
  },
  {
    title: t('Did'),
    cell: (entry) => (
      <>
        {whatOf(entry)}
        {entry.result === 'FAIL' && <span className={classes['failed']}> · {t('refused')}</span>}
      </>
    ),
  },
  {
    title: t('To what'),
    cell: ({ entityType, entityKey, processInstanceKey }) => (
      <>
        <span className={classes['kind']}>{inWords(entityType)}</span>{' '}
        {processInstanceKey !== null && entityType === 'PROCESS_INSTANCE' ? (
          <TextLink to="/operations/instances/$processInstanceKey" params={{ processInstanceKey }}>
            {processInstanceKey}
          </TextLink>
        ) : (
          <Id>{entityKey}</Id>
        )}
      </>
    ),
    isMinor: true,
  },
];

/** Who did what, and who was refused. */
export function AuditSection() {
  const [actor, setActor] = useState('');
  const [result, setResult] = useState<'all' | 'SUCCESS' | 'FAIL'>('all');
  const [open, setOpen] = useState<AuditEntry | null>(null);
  const filter = {
    ...(actor.trim() === '' ? {} : { actorId: actor.trim() }),
    ...(result === 'all' ? {} : { result }),
  };
  const query = useInfiniteQuery(auditQuery(filter));
  return (
    <>
      <SectionHead
        title={t('Audit log')}
        about={t(
          'Every command that was accepted, every login, and requests that were refused for what somebody may. Entries are chained by hashes: baton verify finds out when one was changed.',
        )}
      >
        <TextInput
          aria-label={t('Filter by actor')}
          placeholder={t('Username or client')}
          leftSection={<IconSearch size={14} />}
          value={actor}
          onChange={(event) => setActor(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('Result')}
          value={result}
          onChange={(value) => setResult(value)}
          data={[
            { value: 'all', label: t('All') },
            { value: 'SUCCESS', label: t('Done') },
            { value: 'FAIL', label: t('Refused') },
          ]}
        />
        <Button variant="default" leftSection={<IconRefresh size={15} />} onClick={() => void query.refetch()}>
          {t('Newest')}
        </Button>
        <Button
          component="a"
          className={classes['download'] ?? ''}
          variant="default"
          href={auditFile(filter)}
          download
          leftSection={<IconDownload size={15} />}
        >
          {t('CSV')}
        </Button>
      </SectionHead>
      <AdminTable
        label={t('Audit log')}
        query={query}
        columns={columns}
        keyOf={({ auditLogKey }) => auditLogKey}
        actions={(entry) => (
          <IconButton
            label={t('Details of entry {{auditLogKey}}', { auditLogKey: entry.auditLogKey })}
            onClick={() => setOpen(entry)}
          >
            <IconEye size={15} />
          </IconButton>
        )}
        empty={
          <EmptyState
            icon={<IconHistory size={30} />}
            title={t('No entries')}
            hint={t(
              'The log is kept on servers where everybody signs in (BATON_AUTH=on). Elsewhere the journals of the instances tell what was done.',
            )}
          />
        }
      />
      <Modal opened={open !== null} onClose={() => setOpen(null)} title={open === null ? '' : whatOf(open)} size="lg">
        {open !== null && (
          <pre className={classes['details']}>
            {JSON.stringify({ entry: open.auditLogKey, at: open.timestamp, seal: open.seal, ...open.details }, null, 2)}
          </pre>
        )}
      </Modal>
    </>
  );
}
