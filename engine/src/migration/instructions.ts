import type { Key } from '../key.ts';

/** Where a running instance goes on: another definition, and which of its elements stand for those of the present one. */
export interface Migration {
  readonly targetDefinitionKey: Key;
  readonly targetVersion: number;
  readonly mappings: readonly ElementMapping[];
}

export interface ElementMapping {
  readonly sourceElementId: string;
  readonly targetElementId: string;
}
