// What a program that embeds Baton imports from @baton/server.
export { openBaton } from './embed/open-baton.ts';
export type { Baton, BatonOptions, MessageOptions, StartOptions } from './embed/open-baton.ts';
export type { HandledJob, HandleOptions, HandlerContext, Handling, JobHandler } from './embed/job-handler.ts';
export type { RunOptions, Transaction } from './embed/transaction.ts';
export { BpmnError } from '@baton/client';
export { Refusal } from './runtime/refusal.ts';
export { FailedStatement } from './store/own-statement.ts';
