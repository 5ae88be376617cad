import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';

const { types, ...descriptor } = zeebe as { readonly types: readonly object[] };

/** How an element publishes its message by itself. Camunda has the name reserved, but no type of it. */
const publishMessage = {
  name: 'PublishMessage',
  superClass: ['Element'],
  properties: ['correlationKey', 'timeToLive', 'messageId'].map((name) => ({ name, type: 'String', isAttr: true })),
};

/** The extensions that the engine reads, with what Camunda's package leaves out, so that all can be edited. */
export const zeebeModdle: object = { ...descriptor, types: [...types, publishMessage] };
