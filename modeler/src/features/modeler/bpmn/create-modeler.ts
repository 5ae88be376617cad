import BpmnModeler from 'bpmn-js/lib/Modeler';
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import { ZeebeVariableResolverModule } from '@bpmn-io/variable-resolver';
import LintingModule from '@camunda/linting/modeler';
import ZeebeBehaviorsModule from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import GridModule from 'diagram-js-grid';
import MinimapModule from 'diagram-js-minimap';
import zeebeModdle from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { rendererColors } from '../../../shared/bpmn/renderer-colors';
import { editFormModule } from './edit-form-module';

import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import '@camunda/linting/assets/linting.css';
import './canvas.css';

/**
 * Puts the modeler together: bpmn-js with the zeebe properties, behaviors and variables, create and append anything,
 * minimap, grid and marks for problems. The caller destroys it.
 */
export function createModeler(container: HTMLElement, propertiesContainer: HTMLElement): BpmnModeler {
  return new BpmnModeler({
    container,
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ZeebePropertiesProviderModule,
      ZeebeBehaviorsModule,
      ZeebeVariableResolverModule,
      CreateAppendAnythingModule,
      MinimapModule,
      GridModule,
      LintingModule,
      editFormModule,
    ],
    moddleExtensions: { zeebe: zeebeModdle },
    bpmnRenderer: rendererColors,
    propertiesPanel: { parent: propertiesContainer },
    linting: { active: true },
  });
}
