import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Icon } from '@/components/Icon';
import { useWorkspaceId, workspacesQuery } from '@/features/workspace/workspaces';

/** The workspaces one may go to: links, so that nothing happens before one is chosen. */
export function WorkspaceMenu() {
  const id = useWorkspaceId();
  const workspaces = useQuery(workspacesQuery).data?.items ?? [];
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const leave = (event: Event) => {
      const at = event.target as Node;
      if (menu.current && !menu.current.contains(at)) menu.current.open = false;
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, []);
  const close = () => {
    if (!menu.current?.open) return;
    menu.current.querySelector('summary')?.focus();
    menu.current.open = false;
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return (
    <details ref={menu} className="relative min-w-0" onKeyDown={press} data-testid="workspaces">
      <summary className="field flex w-44 list-none items-center gap-1 max-sm:w-36 [&::-webkit-details-marker]:hidden">
        <span className="sr-only">Workspace: </span>
        <span className="min-w-0 flex-1 truncate">
          {workspaces.find((one) => one.id === id)?.name ?? '…'}
        </span>
        <Icon name="right" size={14} className="rotate-90 text-quiet" />
      </summary>
      <ul className="card absolute top-full left-0 z-20 mt-1 grid max-h-[70dvh] w-64 max-w-[85vw] overflow-y-auto p-1 shadow-xl">
        {workspaces.map((one) => (
          <li key={one.id}>
            <Link
              to="/w/$workspace/dashboard"
              params={{ workspace: one.id }}
              className="flex min-h-10 items-center gap-2 rounded px-2 py-1.5 hover:bg-tint"
              aria-current={one.id === id ? 'true' : undefined}
              onClick={close}
            >
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{one.name}</span>
              {one.id === id && <Icon name="check" size={16} />}
            </Link>
          </li>
        ))}
        <li className="border-t border-line">
          <Link to="/start" className="flex min-h-10 items-center rounded px-2 py-1.5 hover:bg-tint">
            New workspace …
          </Link>
        </li>
      </ul>
    </details>
  );
}
