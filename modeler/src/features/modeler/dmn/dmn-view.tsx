import { Button } from '../../../ui/button';
import { IconDownload } from '../../../ui/icons';
import { fileNameOf } from '../../../shared/drafts/new-documents';
import { downloadFile } from '../bpmn/download';
import { NameField } from '../parts/name-field';
import { SaveIndicator } from '../parts/save-indicator';
import type { OpenedDraft } from '../saving/open-draft';
import { useSaveState } from '../saving/use-opened-draft';
import classes from './dmn-view.module.css';
import parts from '../parts/parts.module.css';

export interface DmnViewProps {
  readonly opened: OpenedDraft;
  readonly name: string;
  readonly onRename: (name: string) => void;
}

/** A decision draft as text, to read, rename and download. */
export function DmnView({ opened, name, onRename }: DmnViewProps) {
  const { draft, saver } = opened;
  const saveState = useSaveState(saver);
  return (
    <div className={parts['editor']}>
      <div className={parts['toolbar']} role="toolbar" aria-label="Decision">
        <NameField name={name} onRename={onRename} />
        <SaveIndicator state={saveState} />
        <span className={parts['gap']} />
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconDownload size={16} />}
          onClick={() => downloadFile(fileNameOf(name, 'dmn'), new Blob([draft.content], { type: 'application/xml' }))}
        >
          Download
        </Button>
      </div>
      <div className={classes['text']}>
        <p>The decision is stored and can be downloaded. The editor for decisions comes with a later version.</p>
        <pre tabIndex={0} aria-label="DMN XML">
          {draft.content}
        </pre>
      </div>
    </div>
  );
}
