import type { ReactNode } from 'react';
import { Button } from '../../../ui/button';
import { Menu } from '../../../ui/menu';

export interface PlayMenuProps {
  /** What stands on the button. */
  readonly text: string | undefined;
  /** The accessible name, where the text alone does not say what it does. */
  readonly label?: string;
  readonly left?: ReactNode;
  readonly right?: ReactNode;
  readonly isDisabled?: boolean;
  /** Of {@link Menu}: its items. */
  readonly children: ReactNode;
}

/** A quiet button in the toolbar of Play that opens a menu. */
export function PlayMenu({ text, label, left, right, isDisabled = false, children }: PlayMenuProps) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          fw={400}
          size="compact-sm"
          leftSection={left}
          rightSection={right}
          disabled={isDisabled}
          aria-label={label}
        >
          {text}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
