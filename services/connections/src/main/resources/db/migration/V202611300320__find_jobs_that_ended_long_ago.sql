create index job_finished on job (finished_at) where finished_at is not null;
