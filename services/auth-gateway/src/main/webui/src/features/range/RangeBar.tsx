import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { platformName } from '@/components/Platform';
import { useConnectedAccounts } from '@/features/connection/connections';
import { useWorkspace } from '@/features/workspace/workspaces';
import { dateIn, plusDays } from '@/lib/dates';
import { useIdle } from '@/lib/hooks';
import { DEFAULT_TIMEFRAME, PLATFORMS, type Range, TIMEFRAMES, type Timeframe } from './range';

const CUSTOM = 'custom';

/** Which dates, platform and account the page is about; all of it stands in the address. */
export function RangeBar({
  range,
  from,
}: {
  range: Range;
  from: '/w/$workspace/dashboard' | '/w/$workspace/campaigns';
}) {
  const navigate = useNavigate({ from });
  // a choice, and not what is looked at first
  const accounts = useConnectedAccounts(useIdle() || range.account !== undefined);
  const [choosing, setChoosing] = useState(false);
  const change = (changed: Partial<Range>) =>
    navigate({ to: '.', search: (before) => ({ ...before, ...changed }), resetScroll: false });
  const pick = (value: string) => {
    if (value === CUSTOM) setChoosing(true);
    else
      change({
        start: undefined,
        end: undefined,
        timeframe: value === DEFAULT_TIMEFRAME ? undefined : (value as Timeframe),
      });
  };
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">What the figures are about</legend>
      <select
        aria-label="Dates"
        className="field"
        value={range.start ? CUSTOM : (range.timeframe ?? DEFAULT_TIMEFRAME)}
        onChange={(event) => pick(event.target.value)}
      >
        {Object.entries(TIMEFRAMES).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
        <option value={CUSTOM}>Custom dates …</option>
      </select>
      {range.start && (
        <button type="button" className="button" onClick={() => setChoosing(true)}>
          Change dates
        </button>
      )}
      <select
        aria-label="Platform"
        className="field"
        value={range.platform ?? ''}
        onChange={(event) =>
          change({ platform: PLATFORMS.find((one) => one === event.target.value), account: undefined })
        }
      >
        <option value="">All platforms</option>
        {PLATFORMS.map((platform) => (
          <option key={platform} value={platform}>
            {platformName(platform)}
          </option>
        ))}
      </select>
      <select
        aria-label="Account"
        className="field w-44"
        value={range.account ?? ''}
        onChange={(event) => change({ account: event.target.value || undefined })}
      >
        <option value="">All accounts</option>
        {accounts
          .filter((account) => !range.platform || account.platform === range.platform)
          .map((account) => (
            <option key={account.account_id} value={account.account_id}>
              {account.name} · {platformName(account.platform)} · {account.currency}
            </option>
          ))}
      </select>
      {choosing && (
        <CustomDates
          range={range}
          close={() => setChoosing(false)}
          choose={(start, end) => {
            setChoosing(false);
            change({ start, end, timeframe: undefined });
          }}
        />
      )}
    </fieldset>
  );
}

function CustomDates({
  range,
  close,
  choose,
}: {
  range: Range;
  close: () => void;
  choose: (start: string, end: string) => void;
}) {
  const zone = useWorkspace()?.zone ?? 'UTC';
  const today = dateIn(zone, new Date());
  const [start, setStart] = useState(range.start ?? plusDays(today, -6));
  const [end, setEnd] = useState(range.end ?? today);
  const wrong = start > end;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong && start && end) choose(start, end);
  };
  return (
    <Dialog title="Custom dates" close={close}>
      <form onSubmit={submit} className="grid gap-4">
        <div className="flex flex-wrap gap-4">
          <label className="grid gap-1 text-sm font-medium">
            First date
            <input
              type="date"
              className="field"
              required
              value={start}
              onChange={(event) => setStart(event.target.value)}
            />
          </label>
          <label className="grid gap-1 text-sm font-medium">
            Last date
            <input
              type="date"
              className="field"
              required
              value={end}
              aria-invalid={wrong}
              aria-describedby="custom-dates-note"
              onChange={(event) => setEnd(event.target.value)}
            />
          </label>
        </div>
        <p id="custom-dates-note" className={`text-sm ${wrong ? 'text-bad' : 'text-quiet'}`}>
          {wrong
            ? 'The last date is before the first. Choose a later last date.'
            : `Dates are those of ${zone}; both are included, up to today.`}
        </p>
        <button type="submit" className="button button-main justify-self-start" disabled={wrong}>
          Show these dates
        </button>
      </form>
    </Dialog>
  );
}
