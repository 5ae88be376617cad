import type { DmnViewer } from 'dmn-js/lib/Modeler';
import { useEffect, type RefObject } from 'react';
import { t } from '../../../language/texts';
import classes from './dmn-editor.module.css';

export interface DecisionPropertiesProps {
  readonly box: RefObject<HTMLDivElement | null>;
  /** What shows the requirements; null while they are being opened. */
  readonly viewer: DmnViewer | null;
}

/** Name, id, documentation, type and version tag of what is chosen in the requirements; of the file where nothing is. */
export function DecisionProperties({ box, viewer }: DecisionPropertiesProps) {
  useEffect(() => {
    if (viewer === null || box.current === null) return;
    const panel = viewer.get('propertiesPanel');
    panel.attachTo(box.current);
    return () => panel.detach();
  }, [viewer, box]);
  return (
    <div ref={box} className={`b-properties ${classes['properties']}`} role="region" aria-label={t('Properties')} />
  );
}
