import { describe, expect, it } from 'vitest';
import { remembering } from './remembering';

const URL_OF_IT = 'https://adfleet.example/api/workspaces/w/dashboard/unified?timeframe=today';

function played(...answers: Response[]) {
  const asked: Request[] = [];
  const ask = remembering(async (request) => {
    asked.push(request);
    return answers.shift() ?? new Response(null, { status: 500 });
  });
  return { asked, ask };
}

describe('a read', () => {
  it('says what it knows, and keeps it when nothing changed', async () => {
    const { asked, ask } = played(
      new Response('{"a":1}', { headers: { ETag: '"one"' } }),
      new Response(null, { status: 304 }),
    );
    await ask(new Request(URL_OF_IT));
    const again = await ask(new Request(URL_OF_IT));
    expect(asked[0]?.headers.get('If-None-Match')).toBeNull();
    expect(asked[1]?.headers.get('If-None-Match')).toBe('"one"');
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual({ a: 1 });
  });

  it('takes what is new', async () => {
    const { asked, ask } = played(
      new Response('{"a":1}', { headers: { ETag: '"one"' } }),
      new Response('{"a":2}', { headers: { ETag: '"two"' } }),
      new Response(null, { status: 304 }),
    );
    for (let i = 0; i < 2; i++) await ask(new Request(URL_OF_IT));
    const third = await ask(new Request(URL_OF_IT));
    expect(asked[2]?.headers.get('If-None-Match')).toBe('"two"');
    expect(await third.json()).toEqual({ a: 2 });
  });

  it('hands on what is refused', async () => {
    const { ask } = played(new Response('{"title":"no"}', { status: 503, headers: { ETag: '"no"' } }));
    expect((await ask(new Request(URL_OF_IT))).status).toBe(503);
  });
});

describe('a write', () => {
  it('says that it comes from the app', async () => {
    const { asked, ask } = played(new Response(null, { status: 204 }));
    await ask(new Request(URL_OF_IT, { method: 'POST' }));
    expect(asked[0]?.headers.get('X-Adfleet-Request')).toBe('1');
    expect(asked[0]?.headers.get('If-None-Match')).toBeNull();
  });
});
