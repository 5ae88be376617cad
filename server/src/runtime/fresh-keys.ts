/** The keys that one step was given: as ranges, because it is given them one after the other. */
export class FreshKeys {
  /** First and last key of each range. */
  readonly #ranges: number[] = [];

  add(key: number): void {
    const last = this.#ranges.length - 1;
    if (this.#ranges[last] === key - 1) this.#ranges[last] = key;
    else this.#ranges.push(key, key);
  }

  has(key: number): boolean {
    for (let at = 0; at < this.#ranges.length; at += 2)
      if (key >= (this.#ranges[at] as number) && key <= (this.#ranges[at + 1] as number)) return true;
    return false;
  }
}
