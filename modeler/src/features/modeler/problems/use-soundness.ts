import { useEffect, useState } from 'react';
import { checkSoundness, type SoundnessFinding } from '../../../api/soundness';

/** Milliseconds of rest after an edit before the routes are looked at: it takes more work than the other checks. */
const checkDelayMs = 700;

/** What is wrong with the routes of the model. Findings of an older edit are dropped: their elements may be gone. */
export function useSoundness(xml: string): readonly SoundnessFinding[] {
  const [found, setFound] = useState<{ readonly of: string; readonly findings: readonly SoundnessFinding[] }>();
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      checkSoundness(xml, abort.signal).then(
        ({ findings }) => setFound({ of: xml, findings }),
        // Without the server there are no findings; the panel says that the engine could not be asked.
        () => undefined,
      );
    }, checkDelayMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [xml]);
  return found?.of === xml ? found.findings : noFindings;
}

const noFindings: readonly SoundnessFinding[] = [];
