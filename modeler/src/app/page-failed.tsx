import type { ErrorComponentProps } from '@tanstack/react-router';
import { t } from '../language/texts';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';

/** A page that broke says so and can be tried again; the shell around it goes on working. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  // After an upgrade of the server the old page asks for code that is gone; only a reload brings the new code.
  const staleCode = error instanceof Error && /dynamically imported module|Importing a module/i.test(error.message);
  return (
    <Page>
      <ProblemNotice
        title={staleCode ? t('Baton was updated') : t('This page ran into a problem')}
        error={staleCode ? new Error(t('Load the page again to get the new version.')) : error}
        onRetry={staleCode ? () => window.location.reload() : reset}
      />
    </Page>
  );
}
