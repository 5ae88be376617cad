import { t } from '../../language/texts';
import { StartForm } from '../../shared/start/start-form';
import { startLatest } from '../../shared/start/start-latest';
import { Modal } from '../../ui/modal';

/** A deployed example with the schema of its start form, if it has one. */
export interface StartableExample {
  readonly name: string;
  readonly processId: string;
  readonly schema: Readonly<Record<string, unknown>> | null;
}

/** Starts an example through its start form, or with variables as JSON where it has none. */
export function StartExampleDialog({
  example: { name, processId, schema },
  onClose,
}: {
  readonly example: StartableExample;
  readonly onClose: () => void;
}) {
  return (
    <Modal opened onClose={onClose} title={t('Start {{name}}', { name })} size="lg">
      <StartForm
        schema={schema}
        start={(variables) => startLatest(processId, variables, schema !== null)}
        onClose={onClose}
        startedTitle={t('{{name}} started', { name })}
      />
    </Modal>
  );
}
