import { useState } from 'react';
import { createNamed, idOf, updateNamed, type NamedEntity, type NamedKind } from '../../api/named-entities';
import { t } from '../../language/texts';
import { NameField } from '../../ui/name-field';
import { TextInput } from '../../ui/text-input';
import { Textarea } from '../../ui/textarea';
import { FormDialog } from '../../ui/form-dialog';
import { namedWords } from './named-words';
import { useChange } from './use-change';

/** An id that can be guessed from a name, until somebody types another. */
const idFrom = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export interface NamedDialogProps {
  readonly kind: NamedKind;
  /** Null for a new one. */
  readonly entity: NamedEntity | null;
  readonly onClose: () => void;
}

/** A new group, role or tenant, or one that is there. */
export function NamedDialog({ kind, entity, onClose }: NamedDialogProps) {
  const words = namedWords[kind.noun];
  const [name, setName] = useState(entity?.name ?? '');
  const [typedId, setTypedId] = useState<string | null>(entity === null ? null : idOf(kind, entity));
  const [description, setDescription] = useState(entity?.description ?? '');
  const change = useChange();
  const id = typedId ?? idFrom(name);
  const about = description.trim() || null;
  return (
    <FormDialog
      title={entity === null ? words.create : entity.name}
      action={entity === null ? words.add : t('Save')}
      isComplete={name.trim() !== '' && id !== ''}
      onClose={onClose}
      onSubmit={() =>
        entity === null
          ? change(() => createNamed(kind, id, name.trim(), about), words.added, words.notAdded)
          : change(() => updateNamed(kind, id, name.trim(), about), words.changed, words.notChanged)
      }
    >
      <NameField value={name} onChange={setName} maxLength={256} />
      {entity === null && (
        <TextInput
          label={t('Id')}
          description={t('In models, addresses and tokens; it cannot be changed later.')}
          value={id}
          onChange={(event) => setTypedId(event.currentTarget.value)}
          maxLength={256}
        />
      )}
      <Textarea
        label={t('Description')}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={4_000}
      />
    </FormDialog>
  );
}
