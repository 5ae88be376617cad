import { t } from '../../language/texts';
import { useColorScheme, type ColorSchemeChoice } from '../../ui/color-scheme';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '../../ui/icons';
import { IconButton } from '../../ui/icon-button';
import { Menu } from '../../ui/menu';

const choices: readonly { choice: ColorSchemeChoice; label: string; icon: typeof IconSun }[] = [
  { choice: 'light', label: t('Light'), icon: IconSun },
  { choice: 'dark', label: t('Dark'), icon: IconMoon },
  { choice: 'auto', label: t('System'), icon: IconDeviceDesktop },
];

/** Light, dark, or what the system says; the canvas follows. */
export function ThemeSwitch() {
  const { choice: current, effective, choose } = useColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton label={t('Theme')}>
          {effective === 'dark' ? <IconMoon size={17} /> : <IconSun size={17} />}
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ choice, label, icon: Icon }) => (
          <Menu.Item
            key={choice}
            leftSection={<Icon size={15} />}
            rightSection={current === choice ? <IconCheck size={14} /> : null}
            aria-current={current === choice}
            onClick={() => choose(choice)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
