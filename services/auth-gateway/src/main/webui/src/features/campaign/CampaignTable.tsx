import { useNavigate } from '@tanstack/react-router';
import type { Entity } from '@/api/answers';
import { Icon } from '@/components/Icon';
import { Scroll } from '@/components/Scroll';
import { decimal, money } from '@/lib/format';
import { PHONE, useMedia } from '@/lib/hooks';
import { type CampaignsView, DEFAULT_SORT, nextSort } from './campaigns';
import { COLUMNS, cardColumns, kindsText } from './columns';
import { EntityName } from './EntityName';

interface Props {
  items: readonly Entity[];
  view: CampaignsView;
  /** The entity above, whose rest stands in a row of its own. */
  above: Entity | undefined;
}

/** Entities with their figures: a table, or cards on a phone. */
export function CampaignTable(props: Props) {
  return useMedia(PHONE) ? <Cards {...props} /> : <Table {...props} />;
}

function useSort(view: CampaignsView) {
  const navigate = useNavigate({ from: '/w/$workspace/campaigns' });
  const sort = (to: string | undefined) =>
    navigate({ to: '.', search: (before) => ({ ...before, sort: to }), resetScroll: false });
  return { now: view.sort ?? DEFAULT_SORT, sort };
}

function Table({ items, view, above }: Props) {
  const { now, sort } = useSort(view);
  const head = (key: string, title: string, text: boolean) => {
    const sorted = now === key ? 'ascending' : now === `-${key}` ? 'descending' : 'none';
    const arrow = (
      <Icon
        name={sorted === 'ascending' ? 'up' : 'down'}
        size={12}
        className={sorted === 'none' ? 'opacity-0' : ''}
      />
    );
    return (
      <th key={key} scope="col" aria-sort={sorted} className={text ? '' : 'number'}>
        <button
          type="button"
          className="inline-flex items-center gap-1 font-semibold"
          onClick={() => sort(nextSort(view.sort, key, text))}
        >
          {!text && arrow}
          {title}
          {text && arrow}
        </button>
      </th>
    );
  };
  return (
    <Scroll label={kindsText(items)} className="card overflow-x-auto p-0">
      <table className="table" data-testid="campaigns">
        <thead>
          <tr>
            {head('name', 'Name', true)}
            {COLUMNS.map((column) => head(column.key, column.title, column.text))}
          </tr>
        </thead>
        <tbody>
          {items.map((entity) => (
            <tr key={entity.entity_id} data-entity={entity.entity_id}>
              <th scope="row" className="min-w-64 font-normal">
                <EntityName entity={entity} parent={view.parent} />
              </th>
              {COLUMNS.map((column) => (
                <td key={column.key} className="number" data-column={column.key}>
                  {column.write(entity)}
                </td>
              ))}
            </tr>
          ))}
          {above?.not_broken_down && (
            <tr data-testid="not-broken-down">
              <th scope="row" className="font-normal">
                <span className="font-medium">Not broken down</span>
                <span className="block text-xs text-quiet">What the platform assigns to none of these</span>
              </th>
              {COLUMNS.map((column) => (
                <td key={column.key} className="number">
                  {restOf(above, column.key)}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </Scroll>
  );
}

function restOf(above: Entity, key: string): string {
  const rest = above.not_broken_down;
  if (!rest) return '';
  if (key === 'spend') return money(rest.spend, above.currency);
  if (key === 'revenue') return money(rest.conversion_value, above.currency);
  if (key === 'conversions' || key === 'clicks' || key === 'impressions') return decimal(rest[key]);
  return '';
}

function Cards({ items, view, above }: Props) {
  const { now, sort } = useSort(view);
  return (
    <div className="grid gap-3" data-testid="campaigns">
      <label className="flex items-center gap-2 text-sm">
        Sorted by
        <select className="field" value={now} onChange={(event) => sort(event.target.value)}>
          <option value="name">Name, A to Z</option>
          {COLUMNS.map((column) => (
            <option key={column.key} value={`-${column.key}`}>
              {column.title}, highest first
            </option>
          ))}
          {!now.startsWith('-') && now !== 'name' && <option value={now}>{now}, lowest first</option>}
          {now === '-name' && <option value="-name">Name, Z to A</option>}
        </select>
      </label>
      <ul className="grid gap-2">
        {items.map((entity) => (
          <li key={entity.entity_id} className="card p-3" data-entity={entity.entity_id}>
            <EntityName entity={entity} parent={view.parent} />
            <dl className="mt-2 grid grid-cols-3 gap-2 text-sm tabular-nums">
              {cardColumns(now).map((column) => (
                <div key={column.key}>
                  <dt className="text-xs text-quiet">{column.title}</dt>
                  <dd>{column.write(entity)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
        {above?.not_broken_down && (
          <li className="card p-3 text-sm" data-testid="not-broken-down">
            <span className="font-medium">Not broken down</span>:{' '}
            {money(above.not_broken_down.spend, above.currency)} spent, which the platform assigns to none of
            these
          </li>
        )}
      </ul>
    </div>
  );
}
