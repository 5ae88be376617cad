import TokenSimulationModule from 'bpmn-js-token-simulation';
import { simulationWordsModule } from './simulation-words';

import 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css';
import './token-simulation.css';

/** Fired with `{ active }` when the simulation is turned on or off. */
export const simulationToggled = 'tokenSimulation.toggleMode';

/**
 * Hands out the simulation's colors as variables instead of their values of now, so that what is painted follows the theme.
 */
class ThemedStyles {
  get(property: string): string {
    return `var(${property})`;
  }
}

/**
 * Playing with tokens on the canvas, without data and without an engine. Shapes keep their colors: the package would paint
 * them all black on white, also on a dark canvas.
 */
export const tokenSimulationModule = {
  __depends__: [TokenSimulationModule, simulationWordsModule],
  neutralElementColors: ['value', null] as ['value', null],
  simulationStyles: ['type', ThemedStyles] as ['type', typeof ThemedStyles],
};
