import type { DecisionModel, Problem, ProcessDefinition } from '@baton/engine';
import type { ScriptFile } from './read-script-file.ts';

/** One file of an upload. */
export interface UploadedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** A problem together with the file that it is in. */
export interface ResourceProblem extends Problem {
  readonly resourceName: string;
}

interface Prepared {
  readonly name: string;
  readonly content: string;
  readonly encoding: 'utf8' | 'base64';
  readonly checksum: string;
}

/** A file that was found good, by its kind. */
export type PreparedResource =
  | (Prepared & { readonly kind: 'bpmn'; readonly processes: readonly ProcessDefinition[] })
  | (Prepared & { readonly kind: 'form'; readonly formId: string; readonly versionTag: string | null })
  | (Prepared & { readonly kind: 'dmn'; readonly model: DecisionModel })
  | (Prepared & ScriptFile & { readonly kind: 'generic' });
