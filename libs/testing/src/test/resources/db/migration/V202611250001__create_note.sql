create table note (
  workspace_id uuid not null,
  id           uuid not null,
  text         text not null,
  primary key (workspace_id, id)
);
create table lookup (word text primary key);
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
create table inbox (
  workspace_id uuid not null,
  consumer     text not null,
  event_id     uuid not null,
  heard_at     timestamptz not null default clock_timestamp(),
  primary key (workspace_id, consumer, event_id)
);
do $$
declare t text;
begin
  foreach t in array array['note', 'outbox', 'inbox'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I to probe_app
        using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))
        with check (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
    execute format('create policy feed on %I to probe_feed using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to probe_feed', t);
  end loop;
end $$;
grant select, insert on note to probe_app;
grant insert on outbox to probe_app;
