-- Covered campaign figures of whole weeks (Monday to Sunday): a ranking over months reads a seventh
-- of the rows. Recomputed from entity_day and coverage for what was touched, never added to.
create table campaign_week (
  workspace_id     uuid not null,
  account_id       uuid not null,
  week             date not null,
  entity_id        uuid not null,
  spend            bigint not null,
  impressions      bigint not null,
  clicks           bigint not null,
  conversions      bigint not null,
  conversion_value bigint not null,
  primary key (workspace_id, account_id, week, entity_id)
) with (fillfactor = 70);

alter table entity_day no force row level security;
alter table coverage no force row level security;
insert into campaign_week
select d.workspace_id, d.account_id, date_trunc('week', d.metric_date)::date, d.entity_id,
       sum(d.spend), sum(d.impressions), sum(d.clicks), sum(d.conversions), sum(d.conversion_value)
  from entity_day d
  join coverage c
    on c.workspace_id = d.workspace_id and c.report = 'performance' and c.level = 'campaign'
   and c.metric_date = d.metric_date and c.account_id = d.account_id
 where d.level = 'campaign'
 group by 1, 2, 3, 4;
alter table entity_day force row level security;
alter table coverage force row level security;

alter table campaign_week enable row level security;
alter table campaign_week force row level security;
create policy tenant on campaign_week to dashboard_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
create policy feed on campaign_week to dashboard_feed using (true) with check (true);
grant select on campaign_week to dashboard_app;
grant select, insert, update, delete on campaign_week to dashboard_feed;
