-- The address somebody may be added by: Keycloak says that it is theirs. Empty until they sign in again.
alter table app_user add column confirmed_email text;
create unique index app_user_by_confirmed_email on app_user (lower(confirmed_email));
drop index app_user_by_email;

-- Whoever is removed and added again must not be older than the removal the fleet has heard of.
create sequence membership_version start 1000000;
grant usage on sequence membership_version to gateway_app;

-- A removed member's tokens are gone, also if the person comes back.
alter table api_token
  add foreign key (workspace_id, user_id) references membership on delete cascade;
