import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { TopCampaign } from '@/api/answers';
import { PlatformMark, platformName } from '@/components/Platform';
import { Scroll } from '@/components/Scroll';
import { useWorkspaceId } from '@/features/workspace/workspaces';
import { decimal, metric, money } from '@/lib/format';

/** Where most was spent. */
export function TopCampaigns({ campaigns, label }: { campaigns: readonly TopCampaign[]; label?: string }) {
  const workspace = useWorkspaceId();
  const title = useId();
  return (
    <section className="card min-w-0" aria-labelledby={title} data-testid="top-campaigns">
      <div className="flex items-baseline justify-between gap-2">
        <h2 id={title}>Top campaigns{label ? ` in ${label}` : ''}</h2>
        <Link
          to="/w/$workspace/campaigns"
          params={{ workspace }}
          search={({ timeframe, start, end, platform, account }) => ({
            timeframe,
            start,
            end,
            platform,
            account,
          })}
          className="link text-sm"
        >
          All campaigns
        </Link>
      </div>
      {campaigns.length === 0 ? (
        <p className="mt-2 text-quiet">No campaign has figures in these dates.</p>
      ) : (
        <Scroll
          label={`Table of top campaigns${label ? ` in ${label}` : ''}`}
          className="-mx-2 overflow-x-auto"
        >
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Campaign</th>
                <th scope="col" className="number">
                  Spend
                </th>
                <th scope="col" className="number max-sm:hidden">
                  Revenue
                </th>
                <th scope="col" className="number">
                  ROAS
                </th>
                <th scope="col" className="number max-sm:hidden">
                  Conversions
                </th>
              </tr>
            </thead>
            <tbody>
              {campaigns.map((campaign) => (
                <tr key={campaign.entity_id} data-entity={campaign.entity_id}>
                  <th scope="row" className="min-w-28 font-normal">
                    <span className="flex items-baseline gap-1.5">
                      <PlatformMark platform={campaign.platform} />
                      <span className="sr-only">{platformName(campaign.platform)}:</span>
                      <span className="[overflow-wrap:anywhere]">
                        {campaign.name ?? campaign.external_id}
                      </span>
                    </span>
                  </th>
                  <td className="number">
                    <data value={String(campaign.spend ?? '')}>
                      {money(campaign.spend, campaign.currency)}
                    </data>
                  </td>
                  <td className="number max-sm:hidden">{money(campaign.revenue, campaign.currency)}</td>
                  <td className="number">{metric('roas', 'ratio', campaign.roas, null)}</td>
                  <td className="number max-sm:hidden">{decimal(campaign.conversions)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
