import { canvasText } from '../../language/texts';

/**
 * Lets bpmn-js, dmn-js and their panels speak the language of the app. To be among the modules of every editor and viewer: those of dmn-js take it
 * for each kind of view.
 */
export const translateModule = {
  translate: ['value', canvasText] as ['value', typeof canvasText],
};
