import { t } from '../../language/texts';
import { toastProblem, toastSuccess } from '../../ui/toast';

/** Puts the whole address of a page of this server on the clipboard, and says so. `path` begins with a slash. */
export async function copyLink(path: string): Promise<void> {
  const link = new URL(path, window.location.origin).href;
  try {
    await navigator.clipboard.writeText(link);
    toastSuccess({ title: t('Link copied'), message: link });
  } catch {
    // A page without TLS has no clipboard: the link can still be taken by hand.
    toastProblem(link, t('The link could not be copied; here it is'));
  }
}
