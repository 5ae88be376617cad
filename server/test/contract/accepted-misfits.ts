/** Operations that the client of 8.9 does not have: those of 8.10, and a path that only older clients call. */
export const unknownToClient: readonly string[] = [
  'createDocumentLinkBySingular',
  'getFormByKey',
  'getProcessInstanceWaitStateStatistics',
  'resumeProcessInstancesBatchOperation',
  'searchElementInstanceWaitStates',
  'searchOwnAuthorizations',
  'searchProcessDefinitionVariableNames',
  'searchResources',
  'suspendProcessInstancesBatchOperation',
  'updateJobsBatchOperation',
];

/** What Baton may answer and a client of 8.9 at its strictest refuses, wherever it stands in an answer, and why. */
export const accepted: Readonly<Record<string, string>> = {
  'state: SUSPENDED': 'Of 8.10. Only of an instance that somebody suspended, which 8.9 has no command for.',
  'type: COMPLEX_GATEWAY': 'Camunda executes no complex gateways; only drawings with one are answered so.',
  'batchOperationType: UPDATE_JOB': 'Of 8.10. Only of a batch operation that 8.9 cannot begin.',
  'batchOperationType: SUSPEND_PROCESS_INSTANCE': 'Of 8.10. Only of a batch operation that 8.9 cannot begin.',
  'batchOperationType: RESUME_PROCESS_INSTANCE': 'Of 8.10. Only of a batch operation that 8.9 cannot begin.',
  'operationType: UPDATE_JOB': 'Of 8.10. Only of a batch operation that 8.9 cannot begin.',
  'operationType: SUSPEND_PROCESS_INSTANCE': 'Of 8.10. Only of a batch operation that 8.9 cannot begin.',
  'operationType: RESUME_PROCESS_INSTANCE': 'Of 8.10. Only of a batch operation that 8.9 cannot begin.',
};
