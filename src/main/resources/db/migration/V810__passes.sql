-- Every link and QR code of the product: what it opens, for whom, until when. The secret itself is nowhere, only its hash; the hash of the
-- code that is told apart is over secret and code together, so that six digits cannot be found by trying.
create table sharing.pass (
    id          bigint generated always as identity primary key,
    kind        text        not null,
    holder_kind text        not null,
    holder_key  text        not null,
    scope       text        not null,
    hash        bytea       not null unique,
    code_hash   bytea,
    wrong       int         not null default 0,
    made_at     timestamptz not null,
    made_by     text        not null,
    ends_at     timestamptz not null,
    opened_at   timestamptz,
    used_at     timestamptz,
    locked_at   timestamptz,
    revoked_at  timestamptz
);
create index pass_of_holder on sharing.pass (holder_kind, holder_key);
create index pass_of_scope on sharing.pass (kind, scope);

-- What became of each try to open one: for the operator, and for the holder who asks.
create table sharing.pass_line (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    pass_id bigint      references sharing.pass (id),
    what    text        not null check (what in ('OPENED', 'WRONG_CODE', 'UNKNOWN', 'REVOKED', 'EXPIRED', 'USED', 'LOCKED'))
);
create index pass_line_of_pass on sharing.pass_line (pass_id);
create index pass_line_at on sharing.pass_line (at);
select evidence.keep('sharing.pass_line', 'at');

-- A browser in which a pass was opened. The cookie holds the secret of it.
create table sharing.visit (
    hash    bytea       primary key,
    pass_id bigint      not null references sharing.pass (id),
    ends_at timestamptz not null
);
create index visit_ends on sharing.visit (ends_at);
