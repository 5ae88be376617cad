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
import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import { Group } from '../../ui/group';
import { IconButton } from '../../ui/icon-button';
import { IconX } from '../../ui/icons';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';
import { SegmentedControl } from '../../ui/segmented-control';
import { Skeleton } from '../../ui/skeleton';
import { TextInput } from '../../ui/text-input';
import { memberWords, namedWords } from './named-words';
import { useChange } from './use-change';
import classes from './members-dialog.module.css';

export interface MembersDialogProps {
  readonly kind: NamedKind;
  readonly entity: NamedEntity;
  readonly onClose: () => void;
}

/** Who is in a group or tenant, or has a role; and the roles of a group. */
export function MembersDialog({ kind, entity, onClose }: MembersDialogProps) {
  const kinds = memberKinds[kind.noun];
  const [segment, setSegment] = useState<string>(kinds[0]?.segment ?? 'users');
  const member = kinds.find((each) => each.segment === segment);
  return (
    <Modal opened onClose={onClose} title={namedWords[kind.noun].members(entity.name)}>
      <SegmentedControl
        fullWidth
        aria-label={t('Kind of member')}
        value={segment}
        onChange={setSegment}
        data={kinds.map(({ segment: value }) => ({ value, label: memberWords[value].title }))}
      />
      {member !== undefined && <Members key={segment} kind={kind} id={idOf(kind, entity)} member={member} />}
    </Modal>
  );
}

function Members({ kind, id, member }: { readonly kind: NamedKind; readonly id: string; readonly member: MemberKind }) {
  const words = memberWords[member.segment];
  const query = useInfiniteQuery(membersQuery(kind, id, member));
  const change = useChange();
  const [name, setName] = useState('');
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (
      await change(
        () => addMember(kind, id, member, wanted),
        t('{{name}} is in', { name: wanted }),
        t('{{name}} was not added', { name: wanted }),
      )
    )
      setName('');
  };
  const remove = (memberId: string) =>
    change(
      () => removeMember(kind, id, member, memberId),
      t('{{name}} is out', { name: memberId }),
      t('{{name}} was not removed', { name: memberId }),
    );
  return (
    <>
      <form onSubmit={(event) => void add(event)}>
        <Group gap="xs" mt="sm" align="flex-end" wrap="nowrap">
          <TextInput
            style={{ flex: 1 }}
            aria-label={words.toAdd}
            placeholder={words.id}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {t('Add')}
          </Button>
        </Group>
      </form>
      {query.isError ? (
        <ProblemNotice
          title={t('The members could not be read')}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      ) : query.isPending ? (
        <Skeleton height={32} mt="sm" />
      ) : loadedItems(query.data).length === 0 ? (
        <p className={classes['none']}>{words.none}</p>
      ) : (
        <ul className={classes['list']} aria-label={words.title}>
          {loadedItems(query.data).map((item) => {
            const memberId = item[member.idField] ?? '';
            return (
              <li key={memberId}>
                <span>{memberId}</span>
                <IconButton label={t('Remove {{memberId}}', { memberId })} onClick={() => void remove(memberId)}>
                  <IconX size={14} />
                </IconButton>
              </li>
            );
          })}
        </ul>
      )}
      {query.hasNextPage && (
        <Button mt="xs" variant="default" onClick={() => void query.fetchNextPage()}>
          {t('Show more')}
        </Button>
      )}
    </>
  );
}
