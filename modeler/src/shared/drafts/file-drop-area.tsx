import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { t } from '../../language/texts';
import { IconFileImport } from '../../ui/icons';
import { importFiles } from './import-files';
import classes from './file-drop-area.module.css';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** Makes the whole window a place to drop files, on every page; shows a veil while files hover over it. */
export function FileDropArea() {
  const navigate = useNavigate();
  const [hovering, setHovering] = useState(false);

  useEffect(() => {
    // Listening in the capture phase: the canvas and the form editor have drag handlers of their own.
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setHovering(true);
    };
    const leave = (event: DragEvent) => {
      // `relatedTarget` is null only when the pointer leaves the window.
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      // A file field (a form's upload, for one) takes its own drops.
      if (event.target instanceof HTMLInputElement && event.target.type === 'file') return setHovering(false);
      event.preventDefault();
      event.stopPropagation();
      setHovering(false);
      void importFiles([...(event.dataTransfer?.files ?? [])], navigate);
    };
    window.addEventListener('dragenter', over, true);
    window.addEventListener('dragover', over, true);
    window.addEventListener('dragleave', leave, true);
    window.addEventListener('drop', drop, true);
    return () => {
      window.removeEventListener('dragenter', over, true);
      window.removeEventListener('dragover', over, true);
      window.removeEventListener('dragleave', leave, true);
      window.removeEventListener('drop', drop, true);
    };
  }, [navigate]);

  if (!hovering) return null;
  return (
    <div className={classes['veil']}>
      <div className={classes['frame']}>
        <IconFileImport size={36} stroke={1.5} aria-hidden />
        <strong>{t('Drop to open')}</strong>
        <span>{t('.bpmn, .form and .dmn files become drafts, also out of a zip')}</span>
      </div>
    </div>
  );
}
