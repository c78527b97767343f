create schema if not exists sharing;

-- One plan version to one recipient. delivery_key is what the receiver knows it by: the same version never arrives twice.
create table sharing.delivery (
    id            bigint generated always as identity primary key,
    case_id       bigint       not null references casefile.casefile (id),
    version       integer      not null,
    party_kind    text         not null,
    party_key     text         not null default '',
    party_area    text,
    party_name    text         not null,
    channel       text         not null check (channel in ('CARE_CIRCLE_APP', 'PAGE', 'PAPER')),
    delivery_key  text         not null unique,
    state         text         not null check (state in
                      ('WAITING', 'NOT_ALLOWED', 'SENT', 'DELIVERED', 'STOPPED', 'RECALLING', 'RECALLED')),
    ground        text,
    record_id     bigint,
    fields        text[]       not null default '{}',
    created_at    timestamptz  not null,
    delivered_at  timestamptz,
    recalled_at   timestamptz,
    paper_back_at timestamptz,
    unique (case_id, version, party_kind, party_key)
);
create index delivery_of_case on sharing.delivery (case_id);
create index delivery_standing on sharing.delivery (party_kind, state);

-- A reader of a list leaves one line a day per resident and ground in the disclosure log; this remembers which.
create table sharing.reading (
    case_id    bigint not null references casefile.casefile (id),
    party_kind text   not null,
    party_key  text   not null,
    what       text   not null,
    ground     text   not null,
    day        date   not null,
    primary key (case_id, party_kind, party_key, what, ground, day)
);
