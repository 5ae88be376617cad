import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createAuthorization, type WantedAuthorization } from '../../api/authorizations';
import { permissionsQuery } from '../../api/permissions';
import { t } from '../../language/texts';
import { MultiSelect } from '../../ui/multi-select';
import { Select } from '../../ui/select';
import { TextInput } from '../../ui/text-input';
import { FormDialog } from '../../ui/form-dialog';
import { idHints, inWords } from './permission-words';
import { useChange } from './use-change';

const owners = ['USER', 'GROUP', 'ROLE', 'CLIENT', 'MAPPING_RULE'];
const ownerIds: Readonly<Record<string, string>> = {
  USER: t('Username'),
  GROUP: t('Id of the group'),
  ROLE: t('Id of the role'),
  CLIENT: t('Id of the client'),
  MAPPING_RULE: t('Id of the mapping rule'),
};
const option = (value: string) => ({ value, label: inWords(value) });

/** Where the permission holds: everywhere, at one resource, or at user tasks that one has to do with. */
const places = [
  { value: '*', label: t('all of them') },
  { value: 'one', label: t('one, by its id') },
];
const propertyWords: Readonly<Record<string, string>> = {
  assignee: t('those where one is the assignee'),
  candidateUsers: t('those offered to oneself'),
  candidateGroups: t('those offered to one’s groups'),
};

/** Grants permissions on a kind of resource. */
export function GrantDialog({ onClose }: { readonly onClose: () => void }) {
  const [ownerType, setOwnerType] = useState('ROLE');
  const [ownerId, setOwnerId] = useState('');
  const [resourceType, setResourceType] = useState('PROCESS_DEFINITION');
  const [place, setPlace] = useState('*');
  const [resourceId, setResourceId] = useState('');
  const [permissions, setPermissions] = useState<string[]>([]);
  const change = useChange();
  const { data: grantables = [] } = useQuery(permissionsQuery());
  const grantable = grantables.find((each) => each.resourceType === resourceType);
  const properties = (grantable?.resourceProperties ?? []).map((value) => ({
    value,
    label: propertyWords[value] ?? inWords(value),
  }));
  const isById = place === 'one';
  const isProperty = !isById && place !== '*';
  const submit = () =>
    change(
      () =>
        createAuthorization({
          ownerType,
          ownerId: ownerId.trim(),
          resourceType,
          resourceId: isProperty ? null : isById ? resourceId.trim() : '*',
          // The server listed it.
          resourcePropertyName: isProperty ? (place as WantedAuthorization['resourcePropertyName']) : null,
          permissionTypes: permissions,
        }),
      t('The permission is granted'),
      t('The permission was not granted'),
    );
  return (
    <FormDialog
      title={t('Grant permission')}
      action={t('Grant')}
      isComplete={ownerId.trim() !== '' && permissions.length > 0 && (!isById || resourceId.trim() !== '')}
      onClose={onClose}
      onSubmit={submit}
    >
      <Select
        label={t('To a')}
        data={owners.map(option)}
        value={ownerType}
        onChange={(value) => setOwnerType(value ?? 'ROLE')}
        allowDeselect={false}
      />
      <TextInput
        label={ownerIds[ownerType]}
        value={ownerId}
        onChange={(event) => setOwnerId(event.currentTarget.value)}
        data-autofocus
      />
      <Select
        label={t('With')}
        data={grantables.map((each) => option(each.resourceType))}
        value={resourceType}
        onChange={(value) => {
          setResourceType(value ?? 'PROCESS_DEFINITION');
          setPermissions([]);
          setPlace('*');
        }}
        allowDeselect={false}
        searchable
      />
      <Select
        label={t('Namely')}
        data={[...places, ...properties]}
        value={place}
        onChange={(value) => setPlace(value ?? '*')}
        allowDeselect={false}
      />
      {isById && (
        <TextInput
          label={t('Id')}
          description={idHints[resourceType] ?? null}
          value={resourceId}
          onChange={(event) => setResourceId(event.currentTarget.value)}
        />
      )}
      <MultiSelect
        label={t('They may')}
        data={(grantable?.permissionTypes ?? []).map(option)}
        value={permissions}
        onChange={setPermissions}
        placeholder={permissions.length === 0 ? t('Choose permissions') : ''}
        clearable
      />
    </FormDialog>
  );
}
