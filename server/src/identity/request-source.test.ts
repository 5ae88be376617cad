import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createRequestSource } from './request-source.ts';

const request = (headers: IncomingMessage['headers'], encrypted = false): IncomingMessage =>
  ({ headers, socket: { remoteAddress: '10.0.0.9', encrypted } }) as unknown as IncomingMessage;
const forged = {
  host: 'baton.example.com',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-for': '1.2.3.4',
};

describe('where a request comes from and whom it was sent to', () => {
  it('should be what the connection says, whatever headers claim, where no proxy was declared', () => {
    const { addressOf, hostOf, originOf } = createRequestSource(false);
    expect(originOf(request(forged))).toBe('http://baton.example.com');
    expect(originOf(request({ host: 'b:8443' }, true))).toBe('https://b:8443');
    expect(hostOf(request(forged))).toBe('baton.example.com');
    expect(addressOf(request(forged))).toBe('10.0.0.9');
    expect(originOf(request({}))).toBe('http://localhost');
  });

  it('should be what the declared proxy says, and not what was said to it', () => {
    const { addressOf, hostOf, originOf } = createRequestSource(true);
    const behind = request({
      host: '127.0.0.1:8080',
      'x-forwarded-proto': 'ftp, https',
      'x-forwarded-host': 'evil.example, baton.example.com',
      'x-forwarded-for': '6.6.6.6, 1.2.3.4',
    });
    expect(originOf(behind)).toBe('https://baton.example.com');
    expect(hostOf(behind)).toBe('baton.example.com');
    expect(addressOf(behind)).toBe('1.2.3.4');
    expect(originOf(request({ host: 'direct:1', 'x-forwarded-proto': 'javascript' }))).toBe('http://direct:1');
  });
});
