import BpmnModeler from 'bpmn-js/lib/Modeler';
import ColorPickerModule from 'bpmn-js-color-picker';
import { CreateAppendAnythingModule, CreateAppendElementTemplatesModule } from 'bpmn-js-create-append-anything';
import { CloudElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
import NativeCopyPasteModule from 'bpmn-js-native-copy-paste';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import ElementTemplateChooserModule from '@bpmn-io/element-template-chooser';
import ElementTemplateIconRenderer from '@bpmn-io/element-template-icon-renderer';
import { ZeebeVariableResolverModule } from '@bpmn-io/variable-resolver';
import LintingModule from '@camunda/linting/modeler';
import ZeebeBehaviorsModule from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import GridModule from 'diagram-js-grid';
import MinimapModule from 'diagram-js-minimap';
import zeebeModdle from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { executionPlatform } from '../../../shared/drafts/new-documents';
import { rendererColors } from '../../../shared/bpmn/renderer-colors';
import { calmRootModule } from '../../../shared/diagram/calm-root-module';
import { translateModule } from '../../../shared/diagram/translate-module';
import { commentPadModule } from '../comments/comment-pad-module';
import { bpmnGroupsModule } from './groups/bpmn-groups-module';
import { keepDrawingModule } from './keep-drawing-module';
import { linkPickerModule } from './link-picker-module';
import { service } from './modeler-services';
import { walkModule } from '../walk/walk-module';
import { tokenSimulationModule } from './token-simulation';

import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'bpmn-js-element-templates/dist/assets/element-templates.css';
import '@bpmn-io/element-template-chooser/dist/element-template-chooser.css';
import 'bpmn-js-color-picker/colors/color-picker.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import '@camunda/linting/assets/linting.css';
import './canvas.css';
import './panel-words';

/**
 * Puts the modeler together: bpmn-js with the zeebe properties, behaviors and variables, element templates, create and append anything,
 * minimap, grid, colors, copying by the system's clipboard (also between tabs), marks for problems and token simulation. The caller destroys it.
 */
export function createModeler(container: HTMLElement, propertiesContainer: HTMLElement): BpmnModeler {
  const modeler = new BpmnModeler({
    container,
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ZeebePropertiesProviderModule,
      ZeebeBehaviorsModule,
      ZeebeVariableResolverModule,
      CreateAppendAnythingModule,
      CreateAppendElementTemplatesModule,
      CloudElementTemplatesPropertiesProviderModule,
      ElementTemplateChooserModule,
      ElementTemplateIconRenderer,
      MinimapModule,
      GridModule,
      LintingModule,
      ColorPickerModule,
      NativeCopyPasteModule,
      translateModule,
      calmRootModule,
      keepDrawingModule,
      tokenSimulationModule,
      walkModule,
      bpmnGroupsModule,
      linkPickerModule,
      commentPadModule,
    ],
    moddleExtensions: { zeebe: zeebeModdle },
    bpmnRenderer: rendererColors,
    propertiesPanel: { parent: propertiesContainer },
    linting: { active: true },
    elementTemplates: { engines: { camunda: executionPlatform.version } },
  });
  // Where the browser refuses its clipboard, copying goes on within this diagram.
  modeler.on('native-copy-paste:error', () => service(modeler, 'nativeCopyPaste').toggle(false));
  return modeler;
}
