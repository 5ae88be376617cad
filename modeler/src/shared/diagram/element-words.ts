/** A BPMN type as words, from the model (`ExclusiveGateway`) or from the API (`EXCLUSIVE_GATEWAY`): `Exclusive gateway`. */
export function typeInWords(type: string): string {
  const spaced =
    type.includes('_') || type === type.toUpperCase()
      ? type.toLowerCase().replaceAll('_', ' ')
      : type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced === '' ? '' : `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
}
