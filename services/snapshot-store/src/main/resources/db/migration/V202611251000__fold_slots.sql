-- Slots folded to account-local hours: the last total of each hour, its last occurrence where the clock repeats it.
create table slot_hour (
  workspace_id uuid not null,
  account_id uuid not null,
  entity_id uuid not null,
  metric_date date not null,
  level smallint not null,
  hour timestamp not null,
  slot timestamptz not null,
  version bigint not null,
  observed_at timestamptz not null,
  spend bigint not null,
  impressions bigint not null,
  clicks bigint not null,
  conversions bigint not null,
  conversion_value bigint not null,
  zone text not null,
  primary key (workspace_id, entity_id, metric_date, hour)
) partition by range (metric_date);

alter table slot_hour enable row level security;
alter table slot_hour force row level security;
create policy tenant on slot_hour to snapshots_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
create policy feed on slot_hour to snapshots_feed using (true) with check (true);
grant select on slot_hour to snapshots_app;
grant select, insert, update on slot_hour to snapshots_feed;

-- The name and the bounds of a table's partition for a date; refuses tables and dates that have none.
create function partition_of(parent text, day date, out name text, out first date, out beyond date)
  language plpgsql immutable
  set search_path = pg_catalog, pg_temp
as $$
begin
  if day is null or day < date '2000-01-01' or day >= date '2100-01-01' then
    raise exception 'no partition of % is made for %', parent, day using errcode = '22023';
  end if;
  if parent in ('figure', 'hour') then
    first := date_trunc('month', day::timestamp)::date;
    beyond := (first + interval '1 month')::date;
    name := parent || '_' || to_char(first, 'YYYY_MM');
  elsif parent in ('slot', 'slot_hour') then
    first := day;
    beyond := day + 1;
    name := parent || '_' || to_char(first, 'YYYY_MM_DD');
  else
    raise exception 'no partitions are made for table %', parent using errcode = '22023';
  end if;
end
$$;

create or replace function ensure_partition(parent text, day date) returns void
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
declare
  part record;
begin
  select * into part from partition_of(parent, day);
  if to_regclass(format('public.%I', part.name)) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('snapshots.partition', 0));
  if to_regclass(format('public.%I', part.name)) is not null then
    return;
  end if;
  -- made beside the parent and attached: polls that are writing are not stopped
  execute format(
    'create table public.%I (like public.%I including defaults including constraints) with (fillfactor = %s)',
    part.name, parent, case parent when 'figure' then 50 when 'hour' then 50 else 90 end);
  execute format(
    'alter table public.%I attach partition public.%I for values from (%L) to (%L)',
    parent, part.name, part.first, part.beyond);
end
$$;

-- Retention. Figures are never dropped.
create function drop_partition(parent text, day date) returns void
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  set lock_timeout = '2s'
as $$
declare
  part record;
begin
  if parent = 'figure' then
    raise exception 'figures are kept' using errcode = '22023';
  end if;
  select * into part from partition_of(parent, day);
  execute format('drop table if exists public.%I', part.name);
end
$$;
revoke all on function partition_of(text, date) from public;
revoke all on function drop_partition(text, date) from public;
grant execute on function drop_partition(text, date) to snapshots_feed;
