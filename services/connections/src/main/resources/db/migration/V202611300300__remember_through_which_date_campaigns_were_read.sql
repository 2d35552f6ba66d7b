-- The last date up to which an account's campaigns were read after their end; which dates a job
-- reads so. An account that has its history reads once more what came after its backfill; no zone
-- is a day behind UTC.
alter table ad_account add column read_through date;
alter table job add column closes_from date;
alter table job add column closes_through date;

alter table ad_account no force row level security;
alter table job no force row level security;
update ad_account a
   set read_through = (b.queued_at at time zone 'UTC')::date - 2
  from (select distinct on (workspace_id, account_id) workspace_id, account_id, queued_at
          from job where kind = 'backfill' and state = 'succeeded'
         order by workspace_id, account_id, job_id desc) b
 where b.workspace_id = a.workspace_id and b.account_id = a.account_id;
alter table ad_account force row level security;
alter table job force row level security;
