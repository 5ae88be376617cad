/** The invariants that `baton verify` can see in a database; `docs/verify.md` says what each means. */
export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I7' | 'I8';

/** More than these help nobody, and a damaged database may hold millions. */
const maxViolations = 1_000;

/** What a verification has found so far, as sentences: the invariant, the key of the process instance, what was expected and what was found. */
export class Findings {
  readonly violations: string[] = [];

  /** `key` is that of the process instance, or of the row where there is none. */
  add(invariant: Invariant, key: number, sentence: string): void {
    if (!this.isFull) this.violations.push(`${invariant} ${key}: ${sentence}`);
  }

  get isFull(): boolean {
    return this.violations.length >= maxViolations;
  }
}
