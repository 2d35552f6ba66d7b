// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { Dialog } from './Dialog';

afterEach(() => {
  vi.restoreAllMocks();
});

it('a dialog is closed while it still stands in the document, so that focus returns', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const there: boolean[] = [];
  vi.spyOn(HTMLDialogElement.prototype, 'close').mockImplementation(function (this: HTMLDialogElement) {
    there.push(this.isConnected);
  });
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <Dialog title="Keys" close={() => {}}>
        All of them
      </Dialog>,
    ),
  );
  await act(async () => root.render(null));
  expect(there).toEqual([true]);
  await act(async () => root.unmount());
});

it('a dialog that the browser closed by itself is gone for the page too', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const close = vi.fn();
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <Dialog title="Keys" close={close}>
        All of them
      </Dialog>,
    ),
  );
  const dialog = place.querySelector('dialog') as HTMLDialogElement;
  dialog.dispatchEvent(new Event('close'));
  expect(close).not.toHaveBeenCalled();
  dialog.removeAttribute('open');
  dialog.dispatchEvent(new Event('close'));
  expect(close).toHaveBeenCalledOnce();
  await act(async () => root.unmount());
});
