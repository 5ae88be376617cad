import { t } from '../../language/texts';
import { pathJoint } from './compared-element';

/** Parts of elements that people meet, as `inWords` calls them. */
const partWords: Readonly<Record<string, string>> = {
  Annotation: t('Annotation'),
  'Assignment definition': t('Assignment'),
  Assignee: t('Assignee'),
  'Attached to ref': t('Attached to'),
  'Called decision': t('Called decision'),
  'Called element': t('Called element'),
  'Cancel activity': t('Interrupting'),
  'Candidate groups': t('Candidate groups'),
  'Candidate users': t('Candidate users'),
  'Condition expression': t('Condition'),
  'Correlation key': t('Correlation key'),
  Default: t('Default'),
  'Default value': t('Default value'),
  Description: t('Description'),
  Documentation: t('Documentation'),
  'Due date': t('Due date'),
  'Error code': t('Error code'),
  'Error event definition': t('Error'),
  'Escalation code': t('Escalation code'),
  Expression: t('Expression'),
  'Follow up date': t('Follow-up date'),
  'Form definition': t('Form'),
  'Form id': t('Form id'),
  Header: t('Header'),
  'Hit policy': t('Hit policy'),
  Id: t('Id'),
  Input: t('Input'),
  'Input collection': t('Input collection'),
  'Input element': t('Input element'),
  'Is executable': t('Executable'),
  'Is for compensation': t('For compensation'),
  'Is interrupting': t('Interrupting'),
  'Is sequential': t('Sequential'),
  Key: t('Key'),
  Label: t('Label'),
  'Lies in': t('Lies in'),
  'Loop characteristics': t('Repetition'),
  'Message event definition': t('Message'),
  'Message ref': t('Message'),
  Name: t('Name'),
  Output: t('Output'),
  'Output collection': t('Output collection'),
  'Output element': t('Output element'),
  Priority: t('Priority'),
  'Priority definition': t('Priority'),
  'Process id': t('Process id'),
  Readonly: t('Read-only'),
  Required: t('Required'),
  'Result variable': t('Result variable'),
  Retries: t('Retries'),
  Script: t('Script'),
  'Signal event definition': t('Signal'),
  'Signal ref': t('Signal'),
  Source: t('Source expression'),
  'Source ref': t('Comes from'),
  Target: t('Target'),
  'Target ref': t('Leads to'),
  'Task definition': t('Task definition'),
  'Task headers': t('Headers'),
  'Task schedule': t('Schedule'),
  'Terminate event definition': t('Terminate'),
  Text: t('Text'),
  'Time cycle': t('Cycle'),
  'Time date': t('Date'),
  'Time duration': t('Duration'),
  'Timer event definition': t('Timer'),
  Type: t('Type'),
  Validate: t('Validation'),
  Values: t('Values'),
  'Version tag': t('Version tag'),
};

/** Longer names first: `Input element x` is no `Input` called `element x`. */
const longestFirst = Object.keys(partWords).sort((one, other) => other.length - one.length);

function partInWords(part: string): string {
  const exact = partWords[part];
  if (exact !== undefined) return exact;
  // Parts of a list have a name of their own behind what they are.
  const kind = longestFirst.find((name) => part.startsWith(`${name} `));
  return kind === undefined ? part : `${partWords[kind]}${part.slice(kind.length)}`;
}

/** The path of a property as people read it: `Task definition › Type`. What is no common part stays as the model calls it. */
export function pathInWords(path: string): string {
  return path.split(pathJoint).map(partInWords).join(pathJoint);
}
