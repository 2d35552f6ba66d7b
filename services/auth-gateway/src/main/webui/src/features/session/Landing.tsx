import { useRouterState } from '@tanstack/react-router';
import { Icon } from '@/components/Icon';
import { useTitle } from '@/lib/hooks';
import { signInAddress } from './session';

const PROMISES = [
  [
    'Every account in one place',
    'Google Ads and Meta, read every 15 minutes, back to 90 days when you connect.',
  ],
  [
    'Figures you can check',
    'Each day is held against the platform’s own total. Where they differ, it says by how much.',
  ],
  [
    'Always says how fresh',
    'Every page tells when its figures were read and what is still missing, and why.',
  ],
] as const;

/** What somebody who isn't signed in sees. */
export function Landing({ ended = false }: { ended?: boolean }) {
  useTitle('Sign in');
  const back = useRouterState({ select: (state) => state.location.href });
  return (
    <main className="mx-auto max-w-3xl px-4 py-12 sm:py-20" id="main">
      <p className="flex items-center gap-2 font-semibold">
        <img src="/icon.svg" alt="" width="32" height="32" /> adfleet
      </p>
      <h1 className="mt-8 text-3xl sm:text-4xl">One true answer for every ad account</h1>
      <p className="mt-4 max-w-prose text-lg text-quiet">
        adfleet reads your ad accounts, keeps every figure it ever saw, and shows what your ads cost and bring
        on one page that agrees with the platforms.
      </p>
      {ended && <p className="mt-6 font-medium">You are signed out. Sign in to go on where you were.</p>}
      <p className="mt-8">
        <a className="button button-main min-h-11 px-6 text-base" href={signInAddress(back)}>
          Sign in
        </a>
      </p>
      <ul className="mt-14 grid gap-4 sm:grid-cols-3">
        {PROMISES.map(([title, text]) => (
          <li key={title} className="card">
            <h2 className="flex items-center gap-2">
              <Icon name="check" size={18} className="text-good" />
              {title}
            </h2>
            <p className="mt-1 text-sm text-quiet">{text}</p>
          </li>
        ))}
      </ul>
    </main>
  );
}
