import { children, extension, text, type ModdleElement } from '../model/moddle.ts';
import { capital, type CompileContext, feelOf, valueOf } from './compile-context.ts';
import { describe } from '../model/moddle.ts';
import type { Mapping } from './node.ts';

/** Reads `zeebe:ioMapping`. A source without `=` is fixed text, as in Camunda 8. */
export const compileMappings = (
  element: ModdleElement,
  context: CompileContext,
): { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] } => {
  const ioMapping = extension(element, 'zeebe:ioMapping');
  const read = (property: 'inputParameters' | 'outputParameters', what: string): Mapping[] =>
    children(ioMapping, property).flatMap((parameter) => {
      const target = text(parameter, 'target');
      const source = text(parameter, 'source');
      if (target === undefined || !targetPattern.test(target)) {
        context.problems.error(
          element.id ?? null,
          'invalid-property',
          `${capital(describe(element))}: expected the target of every ${what} mapping to be a variable name such as 'total' or 'order.total', found '${target ?? ''}'.`,
        );
        return [];
      }
      // A missing source means null, as an emptied field in the modeler leaves it.
      return [
        {
          target,
          source:
            source === undefined
              ? feelOf(context, element, `${what} mapping '${target}'`, 'null')
              : valueOf(context, element, `${what} mapping '${target}'`, source),
        },
      ];
    });
  return { inputs: read('inputParameters', 'input'), outputs: read('outputParameters', 'output') };
};

/** Names separated by dots; what a name may hold is what FEEL can read again. */
const targetPattern = /^[^\s.=<>()[\]{}"',;:+*/-][^\s.=<>()[\]{}"',;:+*/-]*(\.[^\s.=<>()[\]{}"',;:+*/-]+)*$/u;
