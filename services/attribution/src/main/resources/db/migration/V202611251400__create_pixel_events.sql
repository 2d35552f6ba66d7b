-- What other services call workspaces, accounts and entities.
create table workspace (
  workspace_id uuid primary key,
  zone         text,
  removed      boolean not null,
  version      bigint not null
);

create table account (
  workspace_id uuid not null,
  account_id   uuid not null,
  platform     text not null,
  external_id  text not null,
  name         text not null,
  currency     text not null,
  zone         text not null,
  removed      boolean not null,
  version      bigint not null,
  primary key (workspace_id, account_id)
);

create table entity (
  workspace_id uuid not null,
  entity_id    uuid not null,
  account_id   uuid not null,
  platform     text not null,
  external_id  text not null,
  kind         text not null,
  parent_id    uuid,
  name         text not null,
  status       text not null,
  version      bigint not null,
  primary key (workspace_id, entity_id)
);
create index entity_of_external on entity (workspace_id, platform, external_id);

-- A shop's key to the pixel door. The key itself is not kept.
create table pixel_key (
  workspace_id uuid not null,
  key_id       uuid not null,
  name         text not null,
  hash         bytea not null,
  ending       text not null,
  origins      text[] not null,
  created_by   uuid not null,
  created_at   timestamptz not null,
  primary key (workspace_id, key_id)
);
create index pixel_key_of_hash on pixel_key (hash);

-- What browsers said. An event's id is unique in its workspace for as long as it is kept, whenever it says to have
-- happened; a time in the key, as partitions by month would need, would let a repeated event in twice. What is past
-- keeping is found by the block range index and deleted in small portions. No address of a browser is kept.
create table pixel_event (
  workspace_id uuid not null,
  event_id     text not null,
  key_id       uuid not null,
  type         text not null
    check (type in ('page_view', 'product_view', 'add_to_cart', 'checkout', 'purchase')),
  occurred_at  timestamptz not null,
  received_at  timestamptz not null,
  visitor_id   text,
  url          text,
  referrer     text,
  utm          jsonb,
  click_ids    jsonb,
  value        bigint,
  currency     text,
  order_id     text,
  primary key (workspace_id, event_id)
);
create index pixel_event_by_time on pixel_event (workspace_id, occurred_at) include (type);
create index pixel_event_received on pixel_event using brin (received_at);

do $$
declare
  name text;
begin
  foreach name in array array['workspace', 'account', 'entity', 'pixel_key', 'pixel_event'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy tenant on %I to attribution_app '
      'using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid)) '
      'with check (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))',
      name);
    execute format(
      'create policy feed on %I to attribution_feed using (true) with check (true)', name);
  end loop;
end
$$;
grant select on workspace, account, entity to attribution_app;
grant select, insert, update on workspace, account, entity to attribution_feed;
grant select, insert, delete on pixel_key to attribution_app;
grant select on pixel_key to attribution_feed;
grant select, insert on pixel_event to attribution_app;
grant select, delete on pixel_event to attribution_feed;
