import type { DraftKind } from '../../api/drafts';
import { compareModels, type Change } from '../../shared/model/compare-models';
import { describeBpmn } from '../../shared/model/describe-bpmn';
import { describeDmn, type ComparedTable } from '../../shared/model/describe-dmn';
import { describeForm } from '../../shared/model/describe-form';

/** What two models differ in. */
export interface Comparison {
  readonly changes: readonly Change[];
  /** Decision tables of the model before and of that after; empty for what is no DMN. */
  readonly tables: readonly [readonly ComparedTable[], readonly ComparedTable[]];
}

/**
 * Compares two models of one notation.
 *
 * @throws {Error} when one of them cannot be read
 */
export async function compareTexts(notation: DraftKind, before: string, after: string): Promise<Comparison> {
  const none = [[], []] as const;
  if (notation === 'form') return { changes: compareModels(describeForm(before), describeForm(after)), tables: none };
  if (notation === 'dmn') {
    const [left, right] = await Promise.all([describeDmn(before), describeDmn(after)]);
    return { changes: compareModels(left.elements, right.elements), tables: [left.tables, right.tables] };
  }
  const [left, right] = await Promise.all([describeBpmn(before), describeBpmn(after)]);
  return { changes: compareModels(left, right), tables: none };
}
