import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { t } from '../language/texts';

interface Toast {
  readonly title: string;
  readonly message?: ReactNode;
  /** Milliseconds until it goes by itself; false keeps it. (Default: 6000; problems stay 12000.) */
  readonly autoClose?: number | false;
}

/** Says that something worked. */
export function toastSuccess({ title, message, autoClose = 6000 }: Toast): void {
  notifications.show({ title, message, autoClose, color: 'teal', withBorder: true });
}

/** Says something worth knowing that is neither success nor failure. */
export function toastInfo({ title, message, autoClose = 6000 }: Toast): void {
  notifications.show({ title, message, autoClose, color: 'blue', withBorder: true });
}

/** Says what failed and what can be done. Takes an error, a {@link Toast} or plain text. */
export function toastProblem(problem: unknown, title = t('That did not work')): void {
  const message = problem instanceof Error ? problem.message : String(problem);
  notifications.show({ title, message, autoClose: 12000, color: 'red', withBorder: true });
}
