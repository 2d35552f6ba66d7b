import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { memo, useEffect } from 'react';
import { Icon, type IconName } from '@/components/Icon';
import { LiveMark } from '@/features/live/LiveMark';
import { useLive } from '@/features/live/useLive';
import { meQuery } from '@/features/session/session';
import { lastWorkspace, useWorkspaceId } from '@/features/workspace/workspaces';
import { Outdated } from './Outdated';
import { Shortcuts } from './Shortcuts';
import { useTheme } from './theme';
import { WorkspaceMenu } from './WorkspaceMenu';

export const PAGES = [
  { to: '/w/$workspace/dashboard', title: 'Dashboard', icon: 'dashboard', key: 'd' },
  { to: '/w/$workspace/campaigns', title: 'Campaigns', icon: 'campaigns', key: 'c' },
  { to: '/w/$workspace/connections', title: 'Connections', icon: 'connections', key: 'n' },
  { to: '/w/$workspace/jobs', title: 'Jobs', icon: 'jobs', key: 'j' },
  { to: '/w/$workspace/fleet', title: 'Fleet', icon: 'fleet', key: 'f' },
] as const;

const THEME_ICONS: Record<string, IconName> = { system: 'system', light: 'sun', dark: 'moon' };

/** What stands around every page of a workspace. */
export const Shell = memo(function Shell() {
  const workspace = useWorkspaceId();
  const live = useLive(workspace);
  useEffect(() => lastWorkspace.set(workspace), [workspace]);
  return (
    <div className="min-h-dvh pb-16 md:pb-0">
      <a href="#main" className="button sr-only left-2 top-2 z-30 focus:not-sr-only focus:absolute">
        Skip to the page
      </a>
      <header className="shell-bar sticky top-0 z-20 gap-2 sm:gap-3">
        <Link
          to="/w/$workspace/dashboard"
          params={{ workspace }}
          className="flex shrink-0 items-center gap-2 font-semibold"
        >
          <img src="/icon.svg" alt="" width="26" height="26" />
          <span className="max-sm:sr-only">adfleet</span>
        </Link>
        <WorkspaceMenu />
        <span className="ml-auto" />
        <Person />
        <LiveMark state={live} />
        <ThemeToggle />
        {/* a page of its own: the session ends in the gateway and in Keycloak */}
        <a href="/auth/logout" className="link text-sm whitespace-nowrap">
          Sign out
        </a>
      </header>
      <div className="mx-auto flex max-w-[100rem]">
        <nav
          aria-label="Pages"
          className="fixed inset-x-0 bottom-0 z-10 flex border-t border-line bg-card md:sticky md:top-14 md:h-[calc(100dvh-3.5rem)] md:w-48 md:shrink-0 md:flex-col md:gap-1 md:border-t-0 md:border-r md:p-3"
        >
          {PAGES.map((page) => (
            <Link
              key={page.to}
              to={page.to}
              params={{ workspace }}
              className="flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 rounded-lg text-[0.6875rem] text-quiet hover:text-ink md:min-h-10 md:flex-none md:flex-row md:justify-start md:gap-2.5 md:px-3 md:text-sm [&.active]:font-semibold [&.active]:text-accent md:[&.active]:bg-tint"
            >
              <Icon name={page.icon} />
              {page.title}
            </Link>
          ))}
          <Shortcuts />
        </nav>
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 p-3 outline-none sm:p-5">
          <Outdated workspace={workspace} />
          <Outlet />
        </main>
      </div>
    </div>
  );
});

function ThemeToggle() {
  const [theme, next] = useTheme();
  return (
    <button
      type="button"
      className="rounded p-1.5 text-quiet hover:text-ink"
      aria-label={`Theme: ${theme === 'system' ? 'as the system' : theme}. Change it`}
      title={`Theme: ${theme === 'system' ? 'as the system' : theme}`}
      onClick={next}
    >
      <Icon name={THEME_ICONS[theme] ?? 'system'} />
    </button>
  );
}

/** Stands behind the space, so that nothing moves when it is known. */
function Person() {
  const me = useQuery(meQuery).data;
  return (
    <span className="max-w-56 truncate text-sm text-quiet max-lg:hidden" data-testid="person">
      {me?.user.email}
    </span>
  );
}
