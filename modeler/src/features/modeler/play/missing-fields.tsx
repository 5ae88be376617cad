import { t } from '../../../language/texts';
import { Text } from '../../../ui/text';

/** A form that cannot be sent yet: the fields themselves tell what is wrong with them. */
export function MissingFields() {
  return (
    <Text size="sm" c="red" role="alert">
      {t('Some fields need another look; they are marked in the form.')}
    </Text>
  );
}
