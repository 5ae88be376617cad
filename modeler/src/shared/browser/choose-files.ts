/**
 * Opens the browser's file chooser; answers the files that were chosen, none where the person changed their mind.
 * `accept` is a list such as `.csv,.xlsx`; `label` names the field for a screen reader.
 */
export function chooseFiles(options: {
  readonly accept: string;
  readonly label: string;
  readonly multiple?: boolean;
}): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = options.multiple ?? false;
  input.accept = options.accept;
  input.setAttribute('aria-label', options.label);
  input.style.display = 'none';
  // Some browsers open the chooser only for an input that is in the page.
  document.body.append(input);
  return new Promise((resolve) => {
    const done = (files: readonly File[]): void => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('cancel', () => done([]));
    input.addEventListener('change', () => done([...(input.files ?? [])]));
    input.click();
  });
}
