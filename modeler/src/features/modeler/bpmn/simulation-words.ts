import { canvasText } from '../../../language/texts';

interface Canvas {
  getContainer(): HTMLElement;
}
interface EventBus {
  on(event: string, listener: (event: { readonly active?: boolean }) => void): void;
}

/** Puts the words that the simulation has written into the language of the app. */
function speak(container: HTMLElement): void {
  for (const titled of container.querySelectorAll('[class^="bts-"][title]')) {
    const title = titled.getAttribute('title') ?? '';
    if (canvasText(title) !== title) titled.setAttribute('title', canvasText(title));
  }
  for (const told of container.querySelectorAll('.bts-text, .bts-entry.placeholder')) {
    const text = told.textContent ?? '';
    if (canvasText(text) !== text) told.textContent = canvasText(text);
  }
}

/**
 * The token simulation hands its words to no translation: it writes them straight onto the page. As long as it is on, what it adds is put into the
 * language of the app after it.
 */
class SimulationWords {
  static readonly $inject = ['canvas', 'eventBus'];

  constructor(canvas: Canvas, eventBus: EventBus) {
    const watcher = new MutationObserver(() => speak(canvas.getContainer()));
    eventBus.on('tokenSimulation.toggleMode', ({ active = false }) => {
      watcher.disconnect();
      if (!active) return;
      speak(canvas.getContainer());
      watcher.observe(canvas.getContainer(), { childList: true, subtree: true });
    });
    eventBus.on('diagram.destroy', () => watcher.disconnect());
  }
}

export const simulationWordsModule = {
  __init__: ['batonSimulationWords'],
  batonSimulationWords: ['type', SimulationWords] as ['type', typeof SimulationWords],
};
