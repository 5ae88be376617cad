/** A BPMN type as words, from the model (`ExclusiveGateway`) or from the API (`EXCLUSIVE_GATEWAY`): `Exclusive gateway`. */
export function typeInWords(type: string): string {
  const spaced =
    type.includes('_') || type === type.toUpperCase()
      ? type.toLowerCase().replaceAll('_', ' ')
      : type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  const words = spaced
    .replace('sub process', 'sub-process')
    .replace('ad hoc', 'ad-hoc')
    .replace('multi instance', 'multi-instance');
  return spaced === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
