import { describe, expect, it } from 'vitest';
import { Refused } from './refused';

describe('a refusal', () => {
  it('is the API’s problem with its trace', () => {
    const refused = Refused.of(new Response(null, { status: 422 }), {
      title: 'A value is not valid',
      detail: 'The end is before the start.',
      trace_id: 'abc',
      errors: [{ field: 'end', reason: 'is before the start', remedy: 'Give a later end.' }],
    });
    expect(refused).toMatchObject({
      status: 422,
      title: 'A value is not valid',
      traceId: 'abc',
      passing: false,
    });
    expect(refused.errors[0]?.remedy).toBe('Give a later end.');
  });

  it('says when to come back', () => {
    const refused = Refused.of(
      new Response(null, { status: 503, headers: { 'Retry-After': '5' } }),
      'no json',
    );
    expect(refused).toMatchObject({ retryAfter: 5, passing: true });
  });

  it('promises to try again by itself only where it does', () => {
    expect(Refused.unreachable('GET').detail).toContain('by itself');
    expect(Refused.unreachable('DELETE').detail).toBe('Check your connection, then try again.');
  });
});
