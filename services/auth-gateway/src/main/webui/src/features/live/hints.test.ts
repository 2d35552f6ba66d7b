import { describe, expect, it } from 'vitest';
import { readHint, topicsOf, waitMs } from './hints';

describe('a hint', () => {
  it('is read from a frame', () => {
    expect(readHint('{"kind":"figures","ids":["a"],"as_of":"2026-11-22T10:00:00Z"}')).toEqual({
      kind: 'figures',
    });
    expect(readHint('not json')).toBeNull();
    expect(readHint('{"other":1}')).toBeNull();
    expect(readHint(new ArrayBuffer(1))).toBeNull();
  });

  it('touches what it is about', () => {
    expect(topicsOf({ kind: 'figures' })).toContain('dashboard');
    expect(topicsOf({ kind: 'job' })).not.toContain('dashboard');
    expect(topicsOf({ kind: 'connection' })).toContain('accounts');
  });

  it('of an unknown kind touches everything', () => {
    expect(topicsOf({ kind: 'change' })).toBeNull();
  });
});

describe('the wait before trying again', () => {
  it('grows, up to half a minute, and is spread', () => {
    expect(waitMs(0, 1)).toBe(500);
    expect(waitMs(3, 1)).toBe(4_000);
    expect(waitMs(20, 1)).toBe(30_000);
    expect(waitMs(20, 0)).toBe(15_000);
  });
});
