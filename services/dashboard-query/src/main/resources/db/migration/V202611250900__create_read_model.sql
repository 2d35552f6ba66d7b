-- The read model: what other services said, kept in the shape the answers need.
-- Every unique key starts with the workspace. Money is micros of the account's currency, conversions are millionths.

create table workspace (
  workspace_id uuid primary key,
  name         text,
  currency     text,
  zone         text,
  removed      boolean not null,
  version      bigint not null
);

create table account (
  workspace_id     uuid not null,
  account_id       uuid not null,
  platform         text not null,
  external_id      text not null,
  name             text not null,
  currency         text not null,
  zone             text not null,
  state            text not null,
  connection_state text not null,
  sentence         text,
  history_from     date,
  removed          boolean not null,
  version          bigint not null,
  primary key (workspace_id, account_id)
);

-- A row of version 0 is an entity of which only figures have been heard.
create table entity (
  workspace_id    uuid not null,
  entity_id       uuid not null,
  account_id      uuid not null,
  platform        text not null,
  external_id     text not null,
  kind            text not null,
  parent_id       uuid,
  name            text,
  status          text,
  platform_status text,
  channel         text,
  currency        text,
  daily_budget    bigint,
  creative_name   text,
  creative_type   text,
  thumbnail_url   text,
  observed_at     timestamptz,
  version         bigint not null,
  primary key (workspace_id, entity_id)
);
create index entity_of_account on entity (workspace_id, kind, account_id);
create index entity_of_parent on entity (workspace_id, parent_id) where parent_id is not null;

-- Partitioned by level: account totals are campaign rows, and a scan of those must not pass the
-- twenty times as many rows of ads.
create table entity_day (
  workspace_id     uuid not null,
  metric_date      date not null,
  entity_id        uuid not null,
  level            text not null,
  account_id       uuid not null,
  currency         text not null,
  version          bigint not null,
  absent           boolean not null,
  spend            bigint not null,
  impressions      bigint not null,
  clicks           bigint not null,
  conversions      bigint not null,
  conversion_value bigint not null,
  primary key (workspace_id, metric_date, entity_id, level)
) partition by list (level);
create table entity_day_campaign partition of entity_day for values in ('campaign') with (fillfactor = 70);
create table entity_day_ad_group partition of entity_day for values in ('ad_group') with (fillfactor = 70);
create table entity_day_asset_group partition of entity_day for values in ('asset_group') with (fillfactor = 70);
create table entity_day_ad partition of entity_day for values in ('ad') with (fillfactor = 70);
create table entity_day_other partition of entity_day default with (fillfactor = 70);
create index entity_day_of_account on entity_day (workspace_id, account_id, metric_date);

-- Recomputed from the campaign rows of entity_day in the transaction that touched them.
create table account_day (
  workspace_id     uuid not null,
  metric_date      date not null,
  account_id       uuid not null,
  currency         text not null,
  newest_version   bigint not null,
  spend            bigint not null,
  impressions      bigint not null,
  clicks           bigint not null,
  conversions      bigint not null,
  conversion_value bigint not null,
  primary key (workspace_id, metric_date, account_id)
) with (fillfactor = 70);

-- The last closed state of each slice.
create table coverage (
  workspace_id           uuid not null,
  report                 text not null,
  level                  text not null,
  metric_date            date not null,
  account_id             uuid not null,
  version                bigint not null,
  observed_at            timestamptz not null,
  closed_at              timestamptz not null,
  row_count              integer not null,
  total_spend            bigint,
  total_impressions      bigint,
  total_clicks           bigint,
  total_conversions      bigint,
  total_conversion_value bigint,
  primary key (workspace_id, report, level, metric_date, account_id)
) with (fillfactor = 70);

-- When any slice of an account was last closed.
create table account_synced (
  workspace_id uuid not null,
  account_id   uuid not null,
  closed_at    timestamptz not null,
  primary key (workspace_id, account_id)
) with (fillfactor = 70);

-- Totals of a campaign since its local midnight at the end of each quarter of an hour (UTC).
create table campaign_slot (
  workspace_id     uuid not null,
  account_id       uuid not null,
  metric_date      date not null,
  entity_id        uuid not null,
  slot             timestamptz not null,
  hourly           boolean not null,
  version          bigint not null,
  spend            bigint not null,
  impressions      bigint not null,
  clicks           bigint not null,
  conversions      bigint not null,
  conversion_value bigint not null,
  primary key (workspace_id, account_id, metric_date, entity_id, slot)
) with (fillfactor = 70);

-- What came to an account in each slot: differences of campaign_slot, recomputed with it.
create table account_slot (
  workspace_id     uuid not null,
  metric_date      date not null,
  account_id       uuid not null,
  slot             timestamptz not null,
  hourly           boolean not null,
  spend            bigint not null,
  impressions      bigint not null,
  clicks           bigint not null,
  conversions      bigint not null,
  conversion_value bigint not null,
  primary key (workspace_id, metric_date, account_id, slot)
);

do $$
declare
  kept text;
begin
  foreach kept in array array['workspace', 'account', 'entity', 'entity_day', 'account_day',
    'coverage', 'account_synced', 'campaign_slot', 'account_slot']
  loop
    execute format('alter table %I enable row level security', kept);
    execute format('alter table %I force row level security', kept);
    execute format($policy$
      create policy tenant on %I to dashboard_app
        using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
        with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
      $policy$, kept);
    execute format('create policy feed on %I to dashboard_feed using (true) with check (true)', kept);
    execute format('grant select on %I to dashboard_app', kept);
    execute format('grant select, insert, update, delete on %I to dashboard_feed', kept);
  end loop;
end
$$;
