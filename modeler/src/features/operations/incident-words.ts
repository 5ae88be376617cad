import { t } from '../../language/texts';

const words: Readonly<Record<string, readonly [what: string, todo: string]>> = {
  JOB_NO_RETRIES: [t('No attempts left'), t('Repair what made the worker fail, then retry with new attempts.')],
  IO_MAPPING_ERROR: [
    t('Mapping failed'),
    t('A variable that the mapping reads is missing or has another type. Correct it under Variables, then retry.'),
  ],
  CONDITION_ERROR: [
    t('No way on'),
    t('No condition of the gateway held. Correct the variables that the conditions read, then retry.'),
  ],
  EXTRACT_VALUE_ERROR: [
    t('Expression failed'),
    t('An expression could not be computed. Correct the variables that it reads, then retry.'),
  ],
  CALLED_DECISION_ERROR: [t('Decision not found'), t('The called decision is not deployed. Deploy it, then retry.')],
  DECISION_EVALUATION_ERROR: [
    t('Decision failed'),
    t('The decision could not be evaluated. Correct its variables or deploy a corrected one, then retry.'),
  ],
  CALLED_ELEMENT_ERROR: [t('Call failed'), t('The called process could not be started. Deploy it, then retry.')],
  UNHANDLED_ERROR_EVENT: [
    t('Error not caught'),
    t('An error was thrown that no boundary event catches. Retry, or deploy a version that catches it.'),
  ],
  FORM_NOT_FOUND: [t('Form missing'), t('The form of the task is not deployed. Deploy it, then retry.')],
};

/** The kind of an incident in words, and what usually helps. */
export function incidentWords(errorType: string): { readonly what: string; readonly todo: string } {
  const known = words[errorType];
  if (known !== undefined) return { what: known[0], todo: known[1] };
  const plain = errorType.toLowerCase().replaceAll('_', ' ');
  return { what: `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`, todo: t('Remove the cause, then retry.') };
}
