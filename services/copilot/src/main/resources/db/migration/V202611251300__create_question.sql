-- Every question with what was understood, what was answered and where the numbers came from.
create table question (
  workspace_id uuid not null,
  question_id  uuid not null,
  user_id      uuid not null,
  asked_at     timestamptz not null,
  took_millis  integer not null,
  text         text not null,
  outcome      text not null check (outcome in ('answered', 'not_understood', 'failed', 'cancelled')),
  read_by      text check (read_by in ('grammar', 'model')),
  query        jsonb,
  words        text,
  answer       text,
  result       jsonb,
  provenance   jsonb,
  tokens_in    integer not null default 0,
  tokens_out   integer not null default 0,
  primary key (workspace_id, question_id)
);
create index question_of_person on question (workspace_id, user_id, question_id desc);

alter table question enable row level security;
alter table question force row level security;
create policy tenant on question to copilot_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
create policy feed on question to copilot_feed using (true) with check (true);
grant select, insert on question to copilot_app;
grant select, delete on question to copilot_feed;
