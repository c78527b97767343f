-- Of an erased document its hashes remain: a copy in somebody's hands can still be recognised.
alter table signing.sealed_document add column erased_at timestamptz;
alter table signing.signature add column erased_at timestamptz;
