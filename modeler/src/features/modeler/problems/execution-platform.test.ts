import { describe, expect, it } from 'vitest';
import { withExecutionPlatform } from './execution-platform';

const modeler = 'xmlns:modeler="http://camunda.org/schema/modeler/1.0"';

describe('withExecutionPlatform', () => {
  it('should name the platform in a file that names none', () => {
    expect(withExecutionPlatform('<?xml version="1.0"?><definitions id="d"><process /></definitions>')).toBe(
      `<?xml version="1.0"?><definitions id="d" ${modeler} modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0"><process /></definitions>`,
    );
  });

  it('should replace an older version and keep the prefix that the file uses', () => {
    const xml =
      '<bpmn:definitions xmlns:m="http://camunda.org/schema/modeler/1.0" m:executionPlatform="Camunda Cloud" m:executionPlatformVersion="1.0.0" id="d">';
    expect(withExecutionPlatform(xml)).toBe(
      '<bpmn:definitions xmlns:m="http://camunda.org/schema/modeler/1.0" id="d" m:executionPlatform="Camunda Cloud" m:executionPlatformVersion="8.8.0">',
    );
  });
});
