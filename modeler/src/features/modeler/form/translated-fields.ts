import { formFields } from '@bpmn-io/form-js';
import { canvasText, language, t } from '../../../language/texts';

/** How form-js describes a field; its own types leave that open. */
interface FieldConfig {
  readonly type: string;
  /** In the palette and the panel. */
  readonly name?: string;
  /** Of a new field; without a name also in the palette. */
  readonly label?: string | null;
}
interface Field {
  (properties: unknown): unknown;
  readonly config: FieldConfig;
}
interface Fields {
  get(type: string): Field;
  register(type: string, field: Field): void;
}

/** Elsewhere "Select" is what one does. */
const select = t('Drop-down list');
const named = (name: string): string => (name === 'Select' && language !== 'en' ? select : canvasText(name));

/**
 * The fields of form-js under names in the language of the app: in the palette and its search, and as the labels of new fields. Each is registered
 * anew for one editor, as form-js lets one do with fields of one's own; the ones that all forms share stay as they are.
 */
function nameFields(fields: Fields): void {
  for (const { config } of formFields as readonly Field[]) {
    const field = fields.get(config.type);
    const { name, label } = field.config;
    const words = {
      ...(name === undefined ? {} : { name: named(name) }),
      ...(label == null ? {} : { label: named(label) }),
    };
    fields.register(config.type, Object.assign(field.bind(null), { config: { ...field.config, ...words } }));
  }
}
nameFields.$inject = ['formFields'];

/** To be among the modules of the editor. */
export const translatedFieldsModule = { __init__: [nameFields] };
