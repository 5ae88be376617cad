import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import './form.css';
import { Form } from '@bpmn-io/form-js-viewer';
import type { ChosenFiles } from './with-documents';

/** What a submitted form gives. */
export interface FormResult {
  readonly data: Readonly<Record<string, unknown>>;
  /** Messages by field id; empty when everything is valid. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** Files that were chosen, by what stands in the data for them. */
  readonly files: ChosenFiles;
}

/** A form in the page. */
export interface OpenedForm {
  /** Validates all fields, shows what is wrong and gives the data. */
  readonly submit: () => FormResult;
  readonly setReadOnly: (readOnly: boolean) => void;
  readonly destroy: () => void;
}

export interface FormOptions {
  readonly schema: object;
  readonly data: Readonly<Record<string, unknown>>;
  readonly readOnly: boolean;
  /** A person changed something. */
  readonly onChange: (data: Readonly<Record<string, unknown>>) => void;
  /** A button of the form itself, or Enter in a field, submitted it. */
  readonly onSubmit: (result: FormResult) => void;
}

/** The parts of a form-js event that are read here. */
interface FormEvent {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly errors?: Readonly<Record<string, readonly string[]>>;
  readonly files?: ChosenFiles;
}

const noFiles: ChosenFiles = new Map();

/**
 * Draws a form-js form into `parent`.
 *
 * @throws when the schema is not one that form-js understands
 */
export async function openForm(parent: HTMLElement, options: FormOptions): Promise<OpenedForm> {
  const container = document.createElement('div');
  parent.append(container);
  // Numbers that are typed reach the form after 300 ms otherwise: whoever is quick would submit without them.
  const undelayed = { container, debounce: false };
  const form = new Form(undelayed);
  const remove = () => {
    form.destroy();
    container.remove();
  };
  let isSubmittedByUs = false;
  // form-js reports a change also for defaults and computed fields; only after a person's hand it is an entry.
  let isTouched = false;
  for (const kind of ['input', 'change', 'click', 'keydown', 'drop'] as const) {
    container.addEventListener(kind, () => (isTouched = true), { capture: true });
  }
  try {
    // form-js writes into what it is given; the caller's data may be shared with the cache.
    await form.importSchema(structuredClone(options.schema), structuredClone(options.data));
  } catch (error) {
    remove();
    throw error;
  }
  form.setProperty('readOnly', options.readOnly);
  form.on('changed', (event: FormEvent) => {
    if (isTouched) options.onChange(event.data ?? {});
  });
  form.on('submit', (event: FormEvent) => {
    if (!isSubmittedByUs) {
      options.onSubmit({ data: event.data ?? {}, errors: event.errors ?? {}, files: event.files ?? noFiles });
    }
  });
  return {
    submit() {
      isSubmittedByUs = true;
      try {
        const { data, errors, files = noFiles } = form.submit() as Omit<FormResult, 'files'> & Partial<FormResult>;
        return { data, errors, files };
      } finally {
        isSubmittedByUs = false;
      }
    },
    setReadOnly: (readOnly) => form.setProperty('readOnly', readOnly),
    destroy: remove,
  };
}
