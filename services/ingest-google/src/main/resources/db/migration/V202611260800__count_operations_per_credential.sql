-- The ledger is the same for every platform; what operations count against has many names.
alter table operation rename column developer_token to credential;
