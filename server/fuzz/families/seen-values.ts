/** How many values of a name are kept; of more the oldest go. */
const kept = 40;

/** Keys, ids, names and cursors out of answers, so that later inputs meet what is there. */
export class SeenValues {
  readonly byName = new Map<string, string[]>();

  /** Takes from a body what looks like the name of something. */
  note(text: string): void {
    for (const [, name = '', value = ''] of text
      .slice(0, 50_000)
      .matchAll(/"(\w*(?:Key|Id|Cursor|name|username|type))":"([^"\\]{1,300})"/g)) {
      this.#keep(name, value);
      // A parent is an instance, too; what a path names is what answers name.
      if (name === 'endCursor') this.#keep('after', value);
      if (name === 'startCursor') this.#keep('before', value);
      if (name === 'elementInstanceKey') this.#keep('adHocSubProcessInstanceKey', value);
    }
  }

  #keep(name: string, value: string): void {
    const values = this.byName.get(name) ?? [];
    if (values.includes(value)) return;
    values.push(value);
    if (values.length > kept) values.shift();
    this.byName.set(name, values);
  }
}
