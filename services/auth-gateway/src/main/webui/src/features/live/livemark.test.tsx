import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { LiveMark } from './LiveMark';

it('each state has a drawing of its own, so that colour is never alone', () => {
  const drawings = (['connecting', 'live', 'polling', 'paused'] as const).map(
    (state) => / d="([^"]+)"/.exec(renderToStaticMarkup(<LiveMark state={state} />))?.[1],
  );
  expect(new Set(drawings).size).toBe(4);
  expect(drawings).not.toContain(undefined);
});
