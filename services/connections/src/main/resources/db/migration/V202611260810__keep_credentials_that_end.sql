-- A platform without manager accounts reaches its accounts directly.
alter table reachable_account alter column login_customer_id drop not null;
alter table ad_account alter column login_customer_id drop not null;

-- A credential that is itself an access token ends, and is traded for another before it does.
alter table credential add column ends_at timestamptz;
alter table credential add column renewed_at timestamptz;
