-- A batch that lost its node is begun anew by any other: it needs to know its size, when it last moved, and how often it was tried.
alter table signing.print_batch add column size text not null default 'NORMAL';
alter table signing.print_batch add column moved_at timestamptz;
alter table signing.print_batch add column tries int not null default 0;
-- read piece by piece, which packed rows would not let us
alter table signing.print_batch alter column content set storage external;
