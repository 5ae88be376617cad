import { describe, expect, it } from 'vitest';
import { codedError } from './lost-connection.ts';

describe('an error of the PostgreSQL driver', () => {
  it.each(['Connection terminated unexpectedly', 'Client has encountered a connection error and is not queryable'])(
    'should have the code of a lost connection: %s',
    (message) => expect(codedError(new Error(message))).toMatchObject({ message, code: '08006' }),
  );

  it('should stay what it is when it is about anything else', () => {
    const ofDatabase = Object.assign(new Error('Connection terminated by the administrator'), { code: '57P01' });
    expect(codedError(ofDatabase)).toMatchObject({ code: '57P01' });
    expect(codedError(new Error('Expected an integer below 2^53, found 9007199254740993.'))).not.toHaveProperty('code');
  });
});
