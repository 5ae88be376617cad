import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface MoreMenuProps {
  /** The accessible name, for example `Actions for Order`. */
  readonly label: string;
  /** Of {@link Menu}: its items. */
  readonly children: ReactNode;
}

/** What else can be done with a row: three dots that open a menu. */
export function MoreMenu({ label, children }: MoreMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={label} variant="subtle" color="gray" size="sm">
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
