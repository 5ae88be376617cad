import { useEffect, useRef } from 'react';
import { t } from '../../language/texts';
import type { SourceDiffOptions } from './open-source-diff';
import './source-diff.css';

/** What stands in the files, line by line. Its code is loaded when it is first asked for. */
export function SourceDiff({ language, before, after }: SourceDiffOptions) {
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const container = parent.current;
    if (container === null) return;
    let close: (() => void) | null = null;
    let isGone = false;
    void import('./open-source-diff').then(({ openSourceDiff }) => {
      if (!isGone) close = openSourceDiff(container, { language, before, after });
    });
    return () => {
      isGone = true;
      close?.();
    };
  }, [language, before, after]);
  return <div ref={parent} className="baton-source-diff" role="region" aria-label={t('Source of both')} />;
}
