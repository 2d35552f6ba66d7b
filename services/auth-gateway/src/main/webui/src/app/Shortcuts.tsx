import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { useWorkspaceId } from '@/features/workspace/workspaces';
import { PAGES } from './Shell';

const TOGETHER_MS = 1_200;

function writes(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, select, textarea, [contenteditable], dialog') !== null
  );
}

/** Letters that lead to pages: g and then one more; ? tells them all. */
export function Shortcuts() {
  const workspace = useWorkspaceId();
  const navigate = useNavigate();
  const [sheet, setSheet] = useState(false);
  const asked = useRef(0);
  useEffect(() => {
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
  }, [navigate, workspace]);
  if (!sheet) return null;
  return (
    <Dialog title="Keys" close={() => setSheet(false)}>
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
