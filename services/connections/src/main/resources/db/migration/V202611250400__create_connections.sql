-- Connections of people to ad platforms, their sealed credentials, the accounts they reach.

create table connection (
  workspace_id  uuid not null,
  connection_id uuid not null,
  platform      text not null,
  user_id       uuid not null,
  email         text,
  state         text not null check (state in ('pending', 'active', 'needs_reauth', 'rate_limited')),
  sentence      text,
  retry_at      timestamptz,
  created_at    timestamptz not null,
  authorized_at timestamptz not null,
  changed_at    timestamptz not null,
  removed_at    timestamptz,
  primary key (workspace_id, connection_id)
);
create unique index connection_of_a_person on connection (workspace_id, platform, user_id)
  where removed_at is null;
create index connection_waiting on connection (retry_at) where state = 'rate_limited';

create table credential (
  workspace_id  uuid not null,
  connection_id uuid not null,
  key_id        text not null,
  nonce         bytea not null,
  sealed        bytea not null,
  scopes        text not null,
  sealed_at     timestamptz not null,
  primary key (workspace_id, connection_id)
);

create table oauth_state (
  workspace_id uuid not null,
  state_id     uuid not null,
  platform     text not null,
  user_id      uuid not null,
  session_hash text not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  primary key (workspace_id, state_id)
);
create index oauth_state_expired on oauth_state (expires_at);

-- What the person's consent reaches: the tree under every root, managers included.
create table reachable_account (
  workspace_id       uuid not null,
  connection_id      uuid not null,
  external_id        text not null,
  parent_external_id text,
  login_customer_id  text not null,
  name               text not null,
  currency           text not null,
  zone               text not null,
  manager            boolean not null,
  state              text not null check (state in ('active', 'disabled', 'no_permission')),
  position           int not null,
  primary key (workspace_id, connection_id, external_id)
);

create table ad_account (
  workspace_id      uuid not null,
  account_id        uuid not null,
  connection_id     uuid not null,
  platform          text not null,
  external_id       text not null,
  login_customer_id text not null,
  name              text not null,
  currency          text not null,
  zone              text not null,
  state             text not null check (state in ('active', 'disabled', 'no_permission')),
  sentence          text,
  history_from      date not null,
  removed           boolean not null default false,
  connected_at      timestamptz not null,
  changed_at        timestamptz not null,
  synced_at         timestamptz,
  version           bigint not null,
  primary key (workspace_id, account_id)
);
create index ad_account_of_connection on ad_account (workspace_id, connection_id);

create table job (
  workspace_id  uuid not null,
  job_id        uuid not null,
  account_id    uuid not null,
  connection_id uuid not null,
  kind          text not null check (kind in ('backfill', 'live', 'nightly', 'now')),
  state         text not null
    check (state in ('queued', 'running', 'succeeded', 'partial', 'failed', 'cancelled')),
  done          int not null default 0,
  of            int not null,
  failed        int not null default 0,
  failure_kind  text,
  sentence      text,
  retry_at      timestamptz,
  version       bigint not null default 0,
  queued_at     timestamptz not null,
  started_at    timestamptz,
  heard_at      timestamptz not null,
  finished_at   timestamptz,
  primary key (workspace_id, job_id)
);
create unique index job_open on job (workspace_id, account_id, kind)
  where state in ('queued', 'running');
create index job_silent on job (heard_at) where state in ('queued', 'running');
create index job_of_connection on job (workspace_id, connection_id, job_id desc);
create index job_of_account on job (workspace_id, account_id, kind, job_id desc);

create table job_error (
  workspace_id uuid not null,
  job_id       uuid not null,
  version      bigint not null,
  at           timestamptz not null,
  kind         text not null,
  slice        text,
  sentence     text,
  primary key (workspace_id, job_id, version)
);

create table schedule (
  workspace_id uuid not null,
  account_id   uuid not null,
  live_due     timestamptz not null,
  nightly_due  timestamptz not null,
  live_date    date,
  levels_at    timestamptz,
  structure_at timestamptz,
  primary key (workspace_id, account_id)
);
create index schedule_live_due on schedule (live_due);
create index schedule_nightly_due on schedule (nightly_due);

-- When a workspace was last served, so that the one that waited longest comes first.
create table workspace_turn (
  workspace_id uuid not null primary key,
  served_at    timestamptz not null
);

-- No tenants in these two: the fleet's own health.
create table service_heartbeat (
  service    text not null,
  instance   text not null,
  version    text not null,
  port       int not null,
  started_at timestamptz not null,
  at         timestamptz not null,
  ready      boolean not null,
  stopping   boolean not null,
  primary key (service, instance)
);
create table fleet_freshness (
  platform         text not null primary key,
  accounts         int not null,
  oldest_synced_at timestamptz,
  newest_synced_at timestamptz,
  at               timestamptz not null
);

create table outbox (
  id           bigint generated always as identity primary key,
  workspace_id uuid not null,
  event_id     uuid not null,
  topic        text not null,
  key          text not null,
  ordering     text not null,
  type         text not null,
  payload      bytea not null,
  traceparent  text,
  created_at   timestamptz not null default clock_timestamp()
);

do $$
declare
  t text;
begin
  foreach t in array array['connection', 'credential', 'oauth_state', 'reachable_account',
    'ad_account', 'job', 'job_error', 'schedule', 'workspace_turn', 'outbox']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy tenant on %I to connections_app'
      ' using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))'
      ' with check (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
    execute format('create policy feed on %I to connections_feed using (true) with check (true)', t);
  end loop;
end $$;

grant select, insert, update, delete
  on connection, credential, oauth_state, reachable_account, ad_account, job, job_error, schedule
  to connections_app;
grant insert on outbox to connections_app;
grant select on service_heartbeat, fleet_freshness to connections_app;

grant select, insert, update, delete
  on connection, ad_account, job, job_error, schedule, workspace_turn, outbox,
     service_heartbeat, fleet_freshness
  to connections_feed;
grant select, delete on oauth_state to connections_feed;
