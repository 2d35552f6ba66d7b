import { describe, expect, it } from 'vitest';
import { callbackSentence, wordsOf } from './words';

describe('a connection in words', () => {
  it('says what the service said', () => {
    const words = wordsOf({ platform: 'google', state: 'needs_reauth', sentence: 'Authorize it again.' });
    expect(words).toMatchObject({ tone: 'bad', sentence: 'Authorize it again.' });
  });

  it('always says what to do', () => {
    for (const state of ['active', 'pending', 'needs_reauth', 'rate_limited'] as const) {
      expect(wordsOf({ platform: 'meta', state, sentence: null }).sentence).toMatch(/\.$/);
    }
  });

  it('explains every way back from a consent', () => {
    expect(callbackSentence('consent_denied')).toContain('did not agree');
    expect(callbackSentence('something_new')).toContain('Try again');
  });
});
