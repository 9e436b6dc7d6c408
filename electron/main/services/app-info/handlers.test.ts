import { describe, expect, it } from 'vitest';
import { describeApp } from './handlers.ts';

describe('describeApp', () => {
  const common = { version: '1.0.0', dataFolder: '/data', upgraded: false, startedAt: 1 };

  it('tells Electron from the host that stands in for it', () => {
    expect(describeApp({ ...common, platform: 'darwin', electronVersion: '45.4.1' })).toEqual({
      ...common,
      platform: 'darwin',
      runtime: 'electron',
    });
    expect(describeApp({ ...common, platform: 'linux', electronVersion: undefined }).runtime).toBe('host');
  });

  it('counts every other system with Linux', () => {
    expect(describeApp({ ...common, platform: 'freebsd', electronVersion: undefined }).platform).toBe(
      'linux',
    );
  });
});
