-- People and their sessions belong to no workspace; everything else is fenced by it.

create table app_user (
  user_id    uuid primary key,
  subject    text not null unique,
  email      text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index app_user_by_email on app_user (lower(email));

create table login_session (
  key             bytea primary key,
  user_id         uuid not null references app_user on delete cascade,
  provider_session text,
  sealed_id_token bytea not null,
  created_at      timestamptz not null,
  expires_at      timestamptz not null
);
create index login_session_by_provider_session on login_session (provider_session);
create index login_session_by_user on login_session (user_id);
create index login_session_by_expiry on login_session (expires_at);

create table signing_key (
  kid            text primary key,
  public_key     bytea not null,
  sealed_private bytea not null,
  signs_from     timestamptz not null,
  created_at     timestamptz not null
);

create table idempotency (
  user_id       uuid not null references app_user on delete cascade,
  key           text not null,
  request_hash  bytea not null,
  sealed_answer bytea not null,
  created_at    timestamptz not null,
  primary key (user_id, key)
);
create index idempotency_by_age on idempotency (created_at);

create table workspace (
  workspace_id uuid primary key,
  name         text not null check (length(name) between 1 and 100),
  currency     text not null check (currency ~ '^[A-Z]{3}$'),
  zone         text not null,
  version      bigint not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null
);

create table membership (
  workspace_id uuid not null references workspace on delete cascade,
  user_id      uuid not null references app_user on delete cascade,
  role         text not null check (role in ('viewer', 'analyst', 'admin', 'owner')),
  version      bigint not null,
  created_at   timestamptz not null,
  primary key (workspace_id, user_id)
);
create index membership_by_user on membership (user_id, workspace_id);

create table api_token (
  workspace_id uuid not null references workspace on delete cascade,
  token_id     uuid not null,
  user_id      uuid not null references app_user on delete cascade,
  name         text not null check (length(name) between 1 and 100),
  role         text not null check (role in ('viewer', 'analyst', 'admin', 'owner')),
  hash         bytea not null,
  ending       text not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  primary key (workspace_id, token_id)
);
create index api_token_by_hash on api_token (hash);
create index api_token_by_user on api_token (user_id, token_id);

do $$
declare t text;
begin
  foreach t in array array['workspace', 'membership', 'api_token'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy app on %I to gateway_app
         using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))
         with check (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
    execute format('create policy feed on %I to gateway_feed using (true) with check (true)', t);
  end loop;
end $$;

grant select on app_user to gateway_app;
grant select, insert, delete on idempotency to gateway_app;
grant select, insert, update on workspace to gateway_app;
grant select, insert, update, delete on membership to gateway_app;
grant select, insert, delete on api_token to gateway_app;

grant select, insert, update on app_user to gateway_feed;
grant select, insert, delete on login_session to gateway_feed;
grant select, insert, delete on signing_key to gateway_feed;
grant select, delete on idempotency to gateway_feed;
grant select on workspace, membership to gateway_feed;
grant select, delete on api_token to gateway_feed;

-- Facts about workspaces and memberships, told by the relay after the commit.
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
alter table outbox enable row level security;
alter table outbox force row level security;
create policy app on outbox for insert to gateway_app
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
create policy feed on outbox to gateway_feed using (true) with check (true);
grant insert on outbox to gateway_app;
grant select, insert, update, delete on outbox to gateway_feed;
