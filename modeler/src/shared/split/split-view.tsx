import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { t } from '../../language/texts';
import { useStoredState } from '../browser/use-stored-state';
import classes from './split-view.module.css';

export interface SplitViewProps {
  /** Under this name the browser remembers the sizes. */
  readonly name: string;
  /** `row`: beside each other. `column`: above each other. */
  readonly direction: 'row' | 'column';
  readonly first: ReactNode;
  readonly second: ReactNode;
  /** Percentage of the first part before anybody moved the line. (Default: 50) */
  readonly firstSize?: number;
  /** Least size of each part in pixels. (Default: 160) */
  readonly least?: number;
}

/** Two parts with a line between them that can be moved by mouse, touch and arrow keys, and stays where it was put. */
export function SplitView({ name, direction, first, second, firstSize = 50, least = 160 }: SplitViewProps) {
  const [size, setSize] = useStoredState(`baton.split.${name}`, firstSize);
  return (
    <Group
      orientation={direction === 'row' ? 'horizontal' : 'vertical'}
      defaultLayout={{ first: size, second: 100 - size }}
      onLayoutChanged={(layout) => {
        const next = layout['first'];
        if (next !== undefined && Math.abs(next - size) > 0.1) setSize(next);
      }}
      style={{ height: '100%' }}
    >
      <Panel id="first" minSize={least}>
        {first}
      </Panel>
      <Separator className={classes['handle']} data-direction={direction} aria-label={t('Resize')} />
      <Panel id="second" minSize={least}>
        {second}
      </Panel>
    </Group>
  );
}
