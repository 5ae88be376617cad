import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { t } from '../language/texts';

export interface ProblemNoticeProps {
  /** What could not be done, for example `The drafts could not be read`. */
  readonly title: string;
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** A clear line in the place of what failed: what, why and a way to try again. */
export function ProblemNotice({ title, error, onRetry }: ProblemNoticeProps) {
  return (
    <Alert color="red" variant="transparent" icon={<IconAlertTriangle size={16} />} title={title} role="alert">
      {error instanceof Error ? error.message : String(error)}
      {onRetry !== undefined && (
        <div>
          <Button mt="xs" size="compact-xs" variant="default" onClick={onRetry}>
            {t('Try again')}
          </Button>
        </div>
      )}
    </Alert>
  );
}
