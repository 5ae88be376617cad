import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { loadedItems } from '../../api/infinite-search';
import {
  addMember,
  idOf,
  memberKinds,
  membersQuery,
  removeMember,
  type MemberKind,
  type NamedEntity,
  type NamedKind,
} from '../../api/named-entities';
import { Button } from '../../ui/button';
import { Group } from '../../ui/group';
import { IconButton } from '../../ui/icon-button';
import { IconX } from '../../ui/icons';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';
import { SegmentedControl } from '../../ui/segmented-control';
import { Skeleton } from '../../ui/skeleton';
import { TextInput } from '../../ui/text-input';
import { useChange } from './use-change';
import classes from './members-dialog.module.css';

export interface MembersDialogProps {
  readonly kind: NamedKind;
  readonly entity: NamedEntity;
  readonly onClose: () => void;
}

const titles = { role: 'Who has', group: 'Members and roles of', tenant: 'Members of' } as const;

/** Who is in a group or tenant, or has a role; and the roles of a group. */
export function MembersDialog({ kind, entity, onClose }: MembersDialogProps) {
  const kinds = memberKinds[kind.noun];
  const [segment, setSegment] = useState<string>(kinds[0]?.segment ?? 'users');
  const member = kinds.find((each) => each.segment === segment);
  return (
    <Modal opened onClose={onClose} title={`${titles[kind.noun]} ${entity.name}`}>
      <SegmentedControl
        fullWidth
        aria-label="Kind of member"
        value={segment}
        onChange={setSegment}
        data={kinds.map(({ noun, segment: value }) => ({ value, label: `${noun}s` }))}
      />
      {member !== undefined && <Members key={segment} kind={kind} id={idOf(kind, entity)} member={member} />}
    </Modal>
  );
}

function Members({ kind, id, member }: { readonly kind: NamedKind; readonly id: string; readonly member: MemberKind }) {
  const query = useInfiniteQuery(membersQuery(kind, id, member));
  const change = useChange();
  const [name, setName] = useState('');
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (await change(() => addMember(kind, id, member, wanted), `${wanted} is in`, `${wanted} was not added`))
      setName('');
  };
  const remove = (memberId: string) =>
    change(() => removeMember(kind, id, member, memberId), `${memberId} is out`, `${memberId} was not removed`);
  return (
    <>
      <form onSubmit={(event) => void add(event)}>
        <Group gap="xs" mt="sm" align="flex-end" wrap="nowrap">
          <TextInput
            style={{ flex: 1 }}
            aria-label={`${member.noun} to add`}
            placeholder={member.idField === 'username' ? 'Username' : `Id of the ${member.noun.toLowerCase()}`}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" disabled={name.trim() === ''}>
            Add
          </Button>
        </Group>
      </form>
      {query.isError ? (
        <ProblemNotice title="The members could not be read" error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Skeleton height={32} mt="sm" />
      ) : loadedItems(query.data).length === 0 ? (
        <p className={classes['none']}>No {member.noun.toLowerCase()}s yet.</p>
      ) : (
        <ul className={classes['list']} aria-label={`${member.noun}s`}>
          {loadedItems(query.data).map((item) => {
            const memberId = item[member.idField] ?? '';
            return (
              <li key={memberId}>
                <span>{memberId}</span>
                <IconButton label={`Remove ${memberId}`} onClick={() => void remove(memberId)}>
                  <IconX size={14} />
                </IconButton>
              </li>
            );
          })}
        </ul>
      )}
      {query.hasNextPage && (
        <Button mt="xs" variant="default" onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}
