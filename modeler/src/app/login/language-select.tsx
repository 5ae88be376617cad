import { chosenLanguage, languages, type Language } from '../../language/languages';
import { t } from '../../language/texts';
import { IconLanguage } from '../../ui/icons';
import { Select } from '../../ui/select';
import { changeLanguage } from '../shell/change-language';

const byBrowser = 'browser';

/** The language of the app, for who cannot read the page where they sign in. */
export function LanguageSelect() {
  return (
    <Select
      size="xs"
      variant="unstyled"
      w={180}
      aria-label={t('Language')}
      leftSection={<IconLanguage size={15} />}
      allowDeselect={false}
      value={chosenLanguage() ?? byBrowser}
      data={[
        ...Object.entries(languages).map(([value, label]) => ({ value, label })),
        { value: byBrowser, label: t('Browser’s language') },
      ]}
      onChange={(value) => changeLanguage(value === byBrowser ? null : (value as Language))}
    />
  );
}
