-- What is past keeping is deleted in portions. Once rows are deleted, new ones take their places all over the table, and
-- a block range index then reads most of it for every portion; a tree leads to the oldest rows alone.
drop index pixel_event_received;
create index pixel_event_received on pixel_event (received_at);
