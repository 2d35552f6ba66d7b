import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { useWorkspaceId } from '@/features/workspace/workspaces';
import { PHONE, useMedia } from '@/lib/hooks';
import { useKeys } from './keys';
import { PAGES } from './Shell';

const TOGETHER_MS = 1_200;

function writes(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, select, textarea, [contenteditable], dialog') !== null
  );
}

/**
 * Letters that lead to pages: g and then one more; ? tells them all. Whoever speaks to their device, or presses
 * keys by accident, switches them off on that sheet. On a phone there are none, nor a place for the sheet.
 */
export function Shortcuts() {
  const workspace = useWorkspaceId();
  const navigate = useNavigate();
  const [sheet, setSheet] = useState(false);
  const [keys, setKeys] = useKeys();
  const phone = useMedia(PHONE);
  const heard = keys && !phone;
  const asked = useRef(0);
  useEffect(() => {
    if (!heard) return;
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || writes(event.target)) return;
      const page = PAGES.find((one) => one.key === event.key);
      if (event.key === '?') setSheet(true);
      else if (event.key === 'g') asked.current = event.timeStamp;
      else if (page && event.timeStamp - asked.current < TOGETHER_MS) {
        asked.current = 0;
        void navigate({ to: page.to, params: { workspace } });
      } else if (event.key === 't') document.dispatchEvent(new Event('adfleet:table'));
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [navigate, workspace, heard]);
  return (
    <>
      <button
        type="button"
        className="mt-auto rounded-lg px-3 py-2 text-left text-sm text-quiet hover:text-ink max-md:hidden"
        aria-haspopup="dialog"
        onClick={() => setSheet(true)}
      >
        Keyboard shortcuts
      </button>
      {sheet && <Sheet keys={keys} setKeys={setKeys} close={() => setSheet(false)} />}
    </>
  );
}

interface SheetProps {
  keys: boolean;
  setKeys: (on: boolean) => void;
  close: () => void;
}

function Sheet({ keys, setKeys, close }: SheetProps) {
  return (
    <Dialog title="Keyboard shortcuts" close={close}>
      <label className="mb-3 flex items-start gap-2 text-sm">
        <input
          type="checkbox"
          className="mt-1 size-4 shrink-0 accent-accent"
          checked={keys}
          onChange={(event) => setKeys(event.target.checked)}
        />
        <span>
          Use these keys on this device. Switch them off if you speak to it, or if they get in your way.
        </span>
      </label>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {PAGES.map((page) => (
          <Key key={page.key} keys={`g ${page.key}`} meaning={page.title} />
        ))}
        <Key keys="t" meaning="Chart as a table, and back" />
        <Key keys="← →" meaning="Along the chart, when it has the focus" />
        <Key keys="?" meaning="This sheet" />
      </dl>
    </Dialog>
  );
}

function Key({ keys, meaning }: { keys: string; meaning: string }) {
  return (
    <>
      <dt>
        <kbd className="rounded border border-edge px-1.5 font-mono text-sm">{keys}</kbd>
      </dt>
      <dd>{meaning}</dd>
    </>
  );
}
