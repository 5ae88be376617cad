interface TypeDescriptor {
  readonly properties: readonly { readonly name: string; xml?: { readonly serialize: 'property' } }[];
}

/**
 * Writes the events of multi-instance activities as the schema of BPMN has them (`condition` and `event`, after their properties). bpmn-moddle would name
 * them after their types, which other tools do not read.
 */
class WriteBehavior {
  static readonly $inject = ['moddle'];

  constructor(moddle: { readonly registry: { readonly typeMap: Readonly<Record<string, TypeDescriptor>> } }) {
    const { properties } = moddle.registry.typeMap['bpmn:ComplexBehaviorDefinition'] ?? { properties: [] };
    for (const property of properties) property.xml = { serialize: 'property' };
  }
}

export const writeBehaviorModule = {
  __init__: ['batonWriteBehavior'],
  batonWriteBehavior: ['type', WriteBehavior] as ['type', typeof WriteBehavior],
};
