import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteNamed, idOf, namedQuery, type NamedEntity, type NamedKind } from '../../api/named-entities';
import { Button } from '../../ui/button';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/empty-state';
import { IconButton } from '../../ui/icon-button';
import { IconPencil, IconPlus, IconSearch, IconTrash, IconUsers } from '../../ui/icons';
import { TextInput } from '../../ui/text-input';
import { AdminTable, Id, Quiet, type AdminColumn } from './admin-table';
import { MembersDialog } from './members-dialog';
import { NamedDialog } from './named-dialog';
import { SectionHead } from './section-head';
import { useChange } from './use-change';

const words = {
  group: {
    title: 'Groups',
    about:
      'Users and clients put together: a user task can be offered to a group, and a group can have roles and permissions.',
    hint: 'Put people together who share tasks, such as a department.',
  },
  role: {
    title: 'Roles',
    about: 'Bundles of permissions. What a role permits is under Permissions; who has it, under its members.',
    hint: 'A role is given to users, groups and clients.',
  },
  tenant: {
    title: 'Tenants',
    about:
      'Customers or departments on one server. Processes and data of tenants are not yet kept apart: all belongs to <default>.',
    hint: 'A tenant has its own users, groups and clients.',
  },
} as const satisfies Readonly<Record<NamedKind['noun'], unknown>>;

/** The tenant that everything belongs to. */
const permanent = '<default>';

type Open = { readonly what: 'edit' | 'members'; readonly entity: NamedEntity } | { readonly what: 'new' };

/** Groups, roles or tenants: they differ in words only. */
export function NamedSection({ kind }: { readonly kind: NamedKind }) {
  const { noun } = kind;
  const { title, about, hint } = words[noun];
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const query = useInfiniteQuery(namedQuery(kind, text));
  const change = useChange();
  const columns: readonly AdminColumn<NamedEntity>[] = [
    { title: 'Name', cell: ({ name }) => name },
    { title: 'Id', cell: (entity) => <Id>{idOf(kind, entity)}</Id> },
    { title: 'Description', cell: ({ description }) => description ?? <Quiet />, isMinor: true },
  ];
  const remove = async (entity: NamedEntity) => {
    const id = idOf(kind, entity);
    const isSure = await confirm({
      title: `Delete ${noun} “${entity.name}”?`,
      message: `Its memberships and permissions go with it and cannot be brought back.`,
      action: `Delete ${noun}`,
    });
    if (isSure) await change(() => deleteNamed(kind, id), `The ${noun} is deleted`, `The ${noun} was not deleted`);
  };
  return (
    <>
      <SectionHead title={title} about={about}>
        <TextInput
          aria-label={`Search ${title.toLowerCase()}`}
          placeholder="Search by name"
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen({ what: 'new' })}>
          New {noun}
        </Button>
      </SectionHead>
      <AdminTable
        label={title}
        query={query}
        columns={columns}
        keyOf={(entity) => idOf(kind, entity)}
        actions={(entity) => (
          <>
            <IconButton label={`Members of ${entity.name}`} onClick={() => setOpen({ what: 'members', entity })}>
              <IconUsers size={15} />
            </IconButton>
            <IconButton label={`Edit ${entity.name}`} onClick={() => setOpen({ what: 'edit', entity })}>
              <IconPencil size={15} />
            </IconButton>
            {idOf(kind, entity) !== permanent && (
              <IconButton label={`Delete ${entity.name}`} onClick={() => void remove(entity)}>
                <IconTrash size={15} />
              </IconButton>
            )}
          </>
        )}
        empty={
          text === '' ? (
            <EmptyState icon={<IconUsers size={30} />} title={`No ${title.toLowerCase()} yet`} hint={hint}>
              <Button onClick={() => setOpen({ what: 'new' })}>New {noun}</Button>
            </EmptyState>
          ) : (
            <EmptyState icon={<IconSearch size={30} />} title={`No ${noun} fits`} hint="Try other words." />
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
