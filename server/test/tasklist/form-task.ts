import { model } from '../fixture.ts';

/** A form with one required field. */
export const fixtureForm = {
  name: 'fill.form',
  content: Buffer.from(
    JSON.stringify({
      type: 'default',
      id: 'fill-form',
      components: [{ type: 'textfield', key: 'answer', label: 'Answer', validate: { required: true } }],
    }),
  ),
};

/** A process of one user task with that form. */
export const formTask = model(
  'fill',
  `<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="fill-in"/>
   <bpmn:userTask id="fill-in"><bpmn:extensionElements><zeebe:userTask/><zeebe:formDefinition formId="fill-form"/></bpmn:extensionElements></bpmn:userTask>
   <bpmn:sequenceFlow id="f2" sourceRef="fill-in" targetRef="e"/><bpmn:endEvent id="e"/>`,
);
