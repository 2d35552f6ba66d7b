-- What a platform tells of single types of actions and of clicks of every kind, beside the newest figure: a changed
-- definition of conversions is computed from these. In a table of its own, so that figures without any stay small.
create table figure_actions (
  workspace_id uuid not null,
  account_id uuid not null,
  entity_id uuid not null,
  metric_date date not null,
  version bigint not null,
  clicks_all bigint,
  actions jsonb,
  primary key (workspace_id, entity_id, metric_date)
) partition by range (metric_date);
comment on column figure_actions.version is 'of the reading that first told these';

alter table figure_actions enable row level security;
alter table figure_actions force row level security;
create policy tenant on figure_actions to snapshots_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
create policy feed on figure_actions to snapshots_feed using (true) with check (true);
grant select on figure_actions to snapshots_app;
grant select, insert, update, delete on figure_actions to snapshots_feed;

create or replace function partition_of(parent text, day date, out name text, out first date, out beyond date)
  language plpgsql immutable
  set search_path = pg_catalog, pg_temp
as $$
begin
  if day is null or day < date '2000-01-01' or day >= date '2100-01-01' then
    raise exception 'no partition of % is made for %', parent, day using errcode = '22023';
  end if;
  if parent in ('figure', 'figure_actions', 'hour') then
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

-- Retention. Figures, and what is kept beside them, are never dropped.
create or replace function drop_partition(parent text, day date) returns void
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  set lock_timeout = '2s'
as $$
declare
  part record;
begin
  if parent in ('figure', 'figure_actions') then
    raise exception 'figures are kept' using errcode = '22023';
  end if;
  select * into part from partition_of(parent, day);
  execute format('drop table if exists public.%I', part.name);
end
$$;
