-- The newest figure of every entity and account-local date.
-- No index holds the version or a measure: an unchanged reading stays a heap-only update.
create table figure (
  workspace_id uuid not null,
  account_id uuid not null,
  entity_id uuid not null,
  metric_date date not null,
  level smallint not null,
  absent boolean not null default false,
  version bigint not null,
  observed_at timestamptz not null,
  believed_from timestamptz not null,
  spend bigint not null,
  impressions bigint not null,
  clicks bigint not null,
  conversions bigint not null,
  conversion_value bigint not null,
  conversions_by_date bigint,
  conversion_value_by_date bigint,
  platform text not null,
  external_id text not null,
  currency text not null,
  primary key (workspace_id, entity_id, metric_date)
) partition by range (metric_date);
create index figure_slice on figure (workspace_id, account_id, level, metric_date);

-- What a figure replaced after its date had ended: believed from when to when.
create table restatement (
  workspace_id uuid not null,
  account_id uuid not null,
  entity_id uuid not null,
  metric_date date not null,
  version bigint not null,
  believed_from timestamptz not null,
  believed_to timestamptz not null,
  spend bigint not null,
  impressions bigint not null,
  clicks bigint not null,
  conversions bigint not null,
  conversion_value bigint not null,
  conversions_by_date bigint,
  conversion_value_by_date bigint,
  primary key (workspace_id, entity_id, metric_date, version)
);

-- Totals since local midnight as they stood at the end of a 15-minute slot of an open date.
create table slot (
  workspace_id uuid not null,
  account_id uuid not null,
  entity_id uuid not null,
  metric_date date not null,
  level smallint not null,
  slot timestamptz not null,
  version bigint not null,
  observed_at timestamptz not null,
  spend bigint not null,
  impressions bigint not null,
  clicks bigint not null,
  conversions bigint not null,
  conversion_value bigint not null,
  zone text not null,
  primary key (workspace_id, entity_id, metric_date, slot)
) partition by range (metric_date);

-- The platform's own hourly report: what each local hour added. It never touches a figure.
create table hour (
  workspace_id uuid not null,
  account_id uuid not null,
  entity_id uuid not null,
  metric_date date not null,
  level smallint not null,
  hour smallint not null,
  absent boolean not null default false,
  version bigint not null,
  observed_at timestamptz not null,
  spend bigint not null,
  impressions bigint not null,
  clicks bigint not null,
  conversions bigint not null,
  conversion_value bigint not null,
  primary key (workspace_id, entity_id, metric_date, hour)
) partition by range (metric_date);
create index hour_slice on hour (workspace_id, account_id, level, metric_date);

-- What is complete: the last closed and the last refused version of every slice.
create table coverage (
  workspace_id uuid not null,
  account_id uuid not null,
  report text not null,
  level text not null,
  metric_date date not null,
  platform text not null,
  zone text not null,
  currency text not null,
  read_open boolean not null default false,
  settled_at timestamptz,
  closed_version bigint,
  closed_observed_at timestamptz,
  closed_at timestamptz,
  rows integer,
  spend bigint,
  impressions bigint,
  clicks bigint,
  conversions bigint,
  conversion_value bigint,
  total_spend bigint,
  total_impressions bigint,
  total_clicks bigint,
  total_conversions bigint,
  total_conversion_value bigint,
  refused_version bigint,
  refused_at timestamptz,
  refused_reason text,
  primary key (workspace_id, account_id, report, level, metric_date)
);
comment on column coverage.read_open is 'the slice closed at least once while its date was open';
comment on column coverage.settled_at is 'observed_at of the first closed reading after the date had ended';

alter table figure enable row level security;
alter table figure force row level security;
alter table restatement enable row level security;
alter table restatement force row level security;
alter table slot enable row level security;
alter table slot force row level security;
alter table hour enable row level security;
alter table hour force row level security;
alter table coverage enable row level security;
alter table coverage force row level security;

create policy tenant on figure to snapshots_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
create policy tenant on restatement to snapshots_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
create policy tenant on slot to snapshots_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
create policy tenant on hour to snapshots_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
create policy tenant on coverage to snapshots_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));

create policy feed on figure to snapshots_feed using (true) with check (true);
create policy feed on restatement to snapshots_feed using (true) with check (true);
create policy feed on slot to snapshots_feed using (true) with check (true);
create policy feed on hour to snapshots_feed using (true) with check (true);
create policy feed on coverage to snapshots_feed using (true) with check (true);

-- Only on the parents: a partition carries no policy of its own.
grant select on figure, restatement, slot, hour, coverage to snapshots_app;
grant select, insert, update on figure, restatement, slot, hour, coverage to snapshots_feed;
