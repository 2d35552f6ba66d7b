-- Every claim draws the slice's version here: it decides which reading stands, everywhere.
create sequence slice_version as bigint;

create table job (
  workspace_id  uuid not null,
  id            uuid not null,
  account_id    uuid not null,
  connection_id uuid not null,
  kind          text not null,
  state         text not null default 'running'
                check (state in ('running', 'succeeded', 'partial', 'failed')),
  slices        integer not null,
  done          integer not null default 0,
  failed        integer not null default 0,
  failure_kind  text,
  sentence      text,
  slice         text,
  retry_at      timestamptz,
  version       bigint not null default 0,
  unsaid        boolean not null default true,
  said_at       timestamptz,
  traceparent   text,
  requested_at  timestamptz not null,
  accepted_at   timestamptz not null default now(),
  ended_at      timestamptz,
  primary key (workspace_id, id)
);
create index job_unsaid on job (said_at) where unsaid;
create index job_ended on job (ended_at) where ended_at is not null;

-- waiting: to be read; reading: leased by a worker; said: on the topic, waits for its coverage.
create table wanted_slice (
  workspace_id      uuid not null,
  id                uuid not null default uuidv7(),
  account_id        uuid not null,
  report            text not null,
  level             text not null,
  date              date not null,
  connection_id     uuid not null,
  external_id       text not null,
  currency          text not null,
  zone              text not null,
  login_customer_id text,
  priority          smallint not null,
  rank              smallint not null,
  state             text not null default 'waiting'
                    check (state in ('waiting', 'reading', 'said')),
  attempts          integer not null default 0,
  refusals          integer not null default 0,
  lapses            integer not null default 0,
  not_before        timestamptz not null default now(),
  lease             uuid,
  lease_until       timestamptz,
  version           bigint,
  traceparent       text,
  wanted_at         timestamptz not null default now(),
  primary key (workspace_id, id)
);
-- A slice wanted again while it waits is the same work; wanted while it is read, it is new work.
create unique index wanted_slice_waiting
  on wanted_slice (workspace_id, account_id, report, level, date) where state = 'waiting';
create index wanted_slice_taken
  on wanted_slice (workspace_id, account_id, report, level, date) where state <> 'waiting';
create index wanted_slice_order
  on wanted_slice (priority, workspace_id, rank, date desc) where state = 'waiting';
create index wanted_slice_lapsed on wanted_slice (lease_until) where state <> 'waiting';
create index wanted_slice_lease on wanted_slice (lease) where lease is not null;

-- Which jobs wait for which slice; stays when the slice is gone, so that a job can be counted.
create table job_slice (
  workspace_id uuid not null,
  job_id       uuid not null,
  slice_id     uuid not null,
  report       text not null,
  level        text not null,
  date         date not null,
  state        text not null default 'open' check (state in ('open', 'done', 'failed')),
  primary key (workspace_id, job_id, report, level, date)
);
create index job_slice_open on job_slice (workspace_id, slice_id) where state = 'open';

-- When a workspace was last served: the least recently served one is next.
create table turn (
  workspace_id uuid primary key,
  served_at    timestamptz not null
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

alter table job enable row level security;
alter table job force row level security;
create policy tenant on job to ingest_meta_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
create policy feed on job to ingest_meta_feed using (true) with check (true);

alter table wanted_slice enable row level security;
alter table wanted_slice force row level security;
create policy tenant on wanted_slice to ingest_meta_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
create policy feed on wanted_slice to ingest_meta_feed using (true) with check (true);

alter table job_slice enable row level security;
alter table job_slice force row level security;
create policy tenant on job_slice to ingest_meta_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
create policy feed on job_slice to ingest_meta_feed using (true) with check (true);

alter table turn enable row level security;
alter table turn force row level security;
create policy tenant on turn to ingest_meta_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
create policy feed on turn to ingest_meta_feed using (true) with check (true);

alter table outbox enable row level security;
alter table outbox force row level security;
create policy tenant on outbox for insert to ingest_meta_app
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
create policy feed on outbox to ingest_meta_feed using (true) with check (true);

-- The platform's limits belong to nobody: operations per app and day, and pauses the platform asked
-- for, per account ('*': everyone's).
create table operation (
  day        date not null,
  credential text not null,
  kind       text not null,
  operations bigint not null,
  primary key (day, credential, kind)
);
create table platform_pause (
  scope  text primary key,
  until  timestamptz not null,
  reason text not null
);

grant usage on sequence slice_version to ingest_meta_feed;
grant select, insert, update, delete
  on job, wanted_slice, job_slice, turn, outbox, operation, platform_pause to ingest_meta_feed;
grant select on job, wanted_slice, job_slice to ingest_meta_app;
grant insert on outbox to ingest_meta_app;
