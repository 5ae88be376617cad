import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteNamed, idOf, namedQuery, type NamedEntity, type NamedKind } from '../../api/named-entities';
import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/empty-state';
import { IconButton } from '../../ui/icon-button';
import { IconPencil, IconPlus, IconSearch, IconTrash, IconUsers } from '../../ui/icons';
import { TextInput } from '../../ui/text-input';
import { AdminTable, Id, Quiet, type AdminColumn } from './admin-table';
import { MembersDialog } from './members-dialog';
import { NamedDialog } from './named-dialog';
import { namedWords } from './named-words';
import { SectionHead } from './section-head';
import { useChange } from './use-change';

/** The tenant that everything belongs to. */
const permanent = '<default>';

type Open = { readonly what: 'edit' | 'members'; readonly entity: NamedEntity } | { readonly what: 'new' };

/** Groups, roles or tenants: they differ in words only. */
export function NamedSection({ kind }: { readonly kind: NamedKind }) {
  const words = namedWords[kind.noun];
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const query = useInfiniteQuery(namedQuery(kind, text));
  const change = useChange();
  const columns: readonly AdminColumn<NamedEntity>[] = [
    { title: t('Name'), cell: ({ name }) => name },
    { title: t('Id'), cell: (entity) => <Id>{idOf(kind, entity)}</Id> },
    { title: t('Description'), cell: ({ description }) => description ?? <Quiet />, isMinor: true },
  ];
  const remove = async (entity: NamedEntity) => {
    const id = idOf(kind, entity);
    const isSure = await confirm({
      title: words.question(entity.name),
      message: t('Its memberships and permissions go with it and cannot be brought back.'),
      action: words.delete,
    });
    if (isSure) await change(() => deleteNamed(kind, id), words.deleted, words.notDeleted);
  };
  return (
    <>
      <SectionHead title={words.title} about={words.about}>
        <TextInput
          aria-label={words.search}
          placeholder={t('Search by name')}
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen({ what: 'new' })}>
          {words.create}
        </Button>
      </SectionHead>
      <AdminTable
        label={words.title}
        query={query}
        columns={columns}
        keyOf={(entity) => idOf(kind, entity)}
        actions={(entity) => (
          <>
            <IconButton
              label={t('Members of {{name}}', { name: entity.name })}
              onClick={() => setOpen({ what: 'members', entity })}
            >
              <IconUsers size={15} />
            </IconButton>
            <IconButton
              label={t('Edit {{name}}', { name: entity.name })}
              onClick={() => setOpen({ what: 'edit', entity })}
            >
              <IconPencil size={15} />
            </IconButton>
            {idOf(kind, entity) !== permanent && (
              <IconButton label={t('Delete {{name}}', { name: entity.name })} onClick={() => void remove(entity)}>
                <IconTrash size={15} />
              </IconButton>
            )}
          </>
        )}
        empty={
          text === '' ? (
            <EmptyState icon={<IconUsers size={30} />} title={words.none} hint={words.hint}>
              <Button onClick={() => setOpen({ what: 'new' })}>{words.create}</Button>
            </EmptyState>
          ) : (
            <EmptyState icon={<IconSearch size={30} />} title={words.noneFits} hint={t('Try other words.')} />
          )
        }
      />
      {open?.what === 'members' && <MembersDialog kind={kind} entity={open.entity} onClose={() => setOpen(null)} />}
      {(open?.what === 'edit' || open?.what === 'new') && (
        <NamedDialog kind={kind} entity={open.what === 'edit' ? open.entity : null} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
