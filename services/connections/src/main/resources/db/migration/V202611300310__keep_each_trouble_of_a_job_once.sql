-- What a job met is kept once, however often it is said.
alter table job_error no force row level security;
delete from job_error e using job_error f
 where f.workspace_id = e.workspace_id and f.job_id = e.job_id and f.kind = e.kind
   and f.slice is not distinct from e.slice and f.version < e.version;
alter table job_error force row level security;
create unique index job_error_once on job_error (workspace_id, job_id, kind, slice)
  nulls not distinct;
