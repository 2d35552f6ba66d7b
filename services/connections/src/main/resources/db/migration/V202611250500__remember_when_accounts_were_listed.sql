-- When the platform was last asked what a consent reaches.
alter table connection add column reached_at timestamptz;
create index connection_reached on connection (reached_at)
  where state = 'active' and removed_at is null;
