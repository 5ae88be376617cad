import { chosenLanguage, languages, type Language } from '../../language/languages';
import { t } from '../../language/texts';
import { IconCheck, IconLanguage } from '../../ui/icons';
import { IconButton } from '../../ui/icon-button';
import { Menu } from '../../ui/menu';
import { changeLanguage } from './change-language';
import classes from './shell.module.css';

const choices: readonly (readonly [Language | null, string])[] = [
  ...(Object.entries(languages) as [Language, string][]),
  [null, t('Browser’s language')],
];

/** The languages, each in its own name, and what the browser asks for. */
export function LanguageSwitch() {
  const chosen = chosenLanguage();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton label={t('Language')}>
          <IconLanguage size={17} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(([choice, label]) => (
          <Menu.Item
            key={label}
            lang={choice ?? undefined}
            leftSection={choice === chosen ? <IconCheck size={15} /> : <span className={classes['unchosen']} />}
            aria-current={choice === chosen}
            onClick={() => changeLanguage(choice)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
