import { beforeAll, describe, expect, it } from 'vitest';
import { inLanguage } from '../../../../test/in-language';

let problemText: (text: string) => string;

describe('the problems of a model in German', () => {
  beforeAll(async () => {
    ({ problemText } = await inLanguage('de', () => import('./problem-text')));
  });

  it('should name elements in the language', () => {
    expect(
      problemText(
        "Service task 'none' (pay): expected a task definition, found none. Set the job type that a worker will serve.",
      ),
    ).toBe("Serviceaufgabe 'none' (pay): eine Aufgabendefinition fehlt. Den Job-Typ setzen, den ein Worker bedient.");
    expect(problemText("Expected process 'Order' (p) to have a start event, found none. Add one.")).toBe(
      "Prozess 'Order' (p) hat kein Startereignis. Eines hinzufügen.",
    );
  });

  it('should keep what people wrote', () => {
    expect(problemText("Expected every id once, found 'none' twice. Rename one.")).toBe(
      "Die ID 'none' kommt zweimal vor. Eine umbenennen.",
    );
  });

  it('should be what the linter says, whatever article it chose', () => {
    expect(problemText('An <Error End Event> must have a defined <Error Reference>')).toBe(
      '<Fehler-Endereignis> braucht <Fehlerreferenz>',
    );
    expect(problemText('A <Service Task> with <Job Priority> is only supported by Camunda 8.9 or newer')).toBe(
      '<Serviceaufgabe> mit <Job Priority> gibt es erst ab Camunda 8.9',
    );
  });

  it('should stay English where it is not known', () => {
    const text = 'Something that nobody has said before';
    expect(problemText(text)).toBe(text);
  });
});
