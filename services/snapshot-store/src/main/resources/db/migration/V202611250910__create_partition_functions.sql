-- The run-time roles hold no DDL. These functions of the owner make well-formed partitions of known tables
-- and nothing else; they put no grant on them, so that a partition is reached through its parent only.
create function ensure_partition(parent text, day date) returns void
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
declare
  monthly constant boolean := parent in ('figure', 'hour');
  first date;
  beyond date;
  name text;
begin
  if parent is null or not (monthly or parent = 'slot') then
    raise exception 'no partitions are made for table %', parent using errcode = '22023';
  end if;
  if day is null or day < date '2000-01-01' or day >= date '2100-01-01' then
    raise exception 'no partition of % is made for %', parent, day using errcode = '22023';
  end if;
  if monthly then
    first := date_trunc('month', day::timestamp)::date;
    beyond := (first + interval '1 month')::date;
    name := parent || '_' || to_char(first, 'YYYY_MM');
  else
    first := day;
    beyond := day + 1;
    name := parent || '_' || to_char(first, 'YYYY_MM_DD');
  end if;
  if to_regclass(format('public.%I', name)) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('snapshots.partition', 0));
  if to_regclass(format('public.%I', name)) is not null then
    return;
  end if;
  -- made beside the parent and attached: polls that are writing are not stopped
  execute format(
    'create table public.%I (like public.%I including defaults including constraints) with (fillfactor = %s)',
    name, parent, case when monthly then 50 else 90 end);
  execute format(
    'alter table public.%I attach partition public.%I for values from (%L) to (%L)',
    parent, name, first, beyond);
end
$$;
revoke all on function ensure_partition(text, date) from public;
grant execute on function ensure_partition(text, date) to snapshots_feed;
