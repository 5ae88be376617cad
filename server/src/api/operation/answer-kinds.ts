import type { z } from 'zod';
import { jsonSchemaOf } from './shape.ts';
import type { JsonSchema } from './shape.ts';

/** A file as it is handed out. */
export interface FileContent {
  /** With its charset where it is text. */
  readonly contentType: string;
  readonly content: string | Buffer;
  /** Headers beside the type and length. (Default: none.) */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an operation answers when it succeeds. The type parameter is what its `run` returns. */
export type Answer<A> = {
  /** Only carries the type. */
  readonly sample?: A;
} & (
  | {
      readonly kind: 'json';
      readonly status: 200 | 201;
      readonly type: z.ZodType;
      readonly orNothing: boolean;
      /** Whether an answer tells of failures beside what was done: it has status 207 then. (Default: none does.) */
      readonly isPartial?: (answer: A) => boolean;
      readonly schema: () => JsonSchema;
    }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'file'; readonly contentType: string }
  /** A file that may be long; `run` writes it bit by bit. */
  | { readonly kind: 'stream'; readonly contentType: string }
  /** Server-sent events; `run` writes them. */
  | { readonly kind: 'events' }
);

const jsonAnswer = <A>(type: z.ZodType, status: 200 | 201, orNothing: boolean): Answer<A> => ({
  kind: 'json',
  status,
  type,
  orNothing,
  schema: () => jsonSchemaOf(type, 'input'),
});

/** 200 with JSON of this type. */
export const json = <T extends z.ZodType>(type: T): Answer<z.input<T>> => jsonAnswer(type, 200, false);

/** 201 with JSON of this type. */
export const created = <T extends z.ZodType>(type: T): Answer<z.input<T>> => jsonAnswer(type, 201, false);

/** 201 with JSON of this type, or 207 when some of what was asked for failed. */
export const createdOrPartly = <T extends z.ZodType>(
  type: T,
  isPartial: (answer: z.input<T>) => boolean,
): Answer<z.input<T>> => ({ ...jsonAnswer<z.input<T>>(type, 201, false), isPartial }) as Answer<z.input<T>>;

/** 200 with JSON of this type, or 204 when there is nothing (`run` returns null). */
export const jsonOrNothing = <T extends z.ZodType>(type: T): Answer<z.input<T> | null> => jsonAnswer(type, 200, true);

/** 204. */
export const nothing: Answer<void> = { kind: 'nothing' };

/** 200 with text or bytes that are no JSON. `contentType` is the usual one. */
export const file = (contentType: string): Answer<FileContent> => ({ kind: 'file', contentType });

/** 200 with text or bytes that are never held as a whole. */
export const stream = (contentType: string): Answer<void> => ({ kind: 'stream', contentType });

/** 200 with an endless stream of events. */
export const events: Answer<void> = { kind: 'events' };

/** A file of XML. */
export const xmlFile = (content: string): FileContent => ({ contentType: 'text/xml; charset=utf-8', content });
