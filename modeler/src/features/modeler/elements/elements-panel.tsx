import { useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { t } from '../../../language/texts';
import { OutlineList } from '../../../shared/diagram/outline/outline-list';
import { SidePanel } from '../frame/side-panel';
import type { DraftSaver } from '../saving/draft-saver';

export interface ElementsPanelProps {
  readonly saver: DraftSaver;
  /** Id of the element that is chosen in the drawing. */
  readonly elementId: string | null;
  readonly onClose: () => void;
}

/** The diagram as a list in the order of its flows: for whoever reads or hears it, and to find one's way in a large one. */
export function ElementsPanel({ saver, elementId, onClose }: ElementsPanelProps) {
  const navigate = useNavigate();
  const content = useSyncExternalStore(saver.subscribe, () => saver.current().content);
  const choose = async (element: string) => {
    // The address may name it already, though another one was chosen since.
    await navigate({ to: '.', search: {}, replace: true });
    await navigate({ to: '.', search: { element }, replace: true });
  };
  return (
    <SidePanel title={t('Elements')} closeLabel={t('Close elements')} onClose={onClose}>
      <OutlineList xml={content} elementId={elementId} onChoose={(element) => void choose(element)} />
    </SidePanel>
  );
}
