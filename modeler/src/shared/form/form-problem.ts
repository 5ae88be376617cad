import { ProblemError } from '../../api/problem-error';
import { t } from '../../language/texts';
import { formWords } from './form-words';

/** What went wrong when a form was sent: rules that its fields break are said in the language that is shown, everything else as it came. */
export function formProblem(error: unknown): unknown {
  const fields = error instanceof ProblemError ? (error.problem.fields ?? []) : [];
  if (fields.length === 0) return error;
  const told = fields.map(({ label, message }) => `${label}: ${formWords(message)}`);
  return new Error([t('The form is not filled in as it asks for.'), ...told].join(' '), { cause: error });
}
