create schema if not exists consent;

-- The exact texts that people saw. A text once here never changes: a correction is a new version.
create table consent.notice (
    id           varchar(40)  not null,
    version      int          not null,
    language     varchar(5)   not null,
    sha256       char(64)     not null,
    source       text         not null,
    first_seen   timestamptz  not null default now(),
    primary key (id, version, language)
);

-- Signed papers, as uploaded and found to be what they claim.
create table consent.scan (
    id           bigint generated always as identity primary key,
    case_id      bigint       not null references casefile.casefile(id),
    media_type   varchar(40)  not null,
    sha256       char(64)     not null,
    content      bytea        not null,
    uploaded_by  varchar(200) not null,
    uploaded_at  timestamptz  not null
);

-- One event of a consent after ISO/IEC TS 27560:2023; appended, never changed (see the trigger below).
create table consent.record (
    id             bigint generated always as identity primary key,
    schema_version varchar(40)  not null default 'michishirube-consent-1',
    act            uuid         not null,              -- decisions made together, on one combined notice, share it
    resident_id    bigint       not null references casefile.resident(id),   -- pii_principal_id
    case_id        bigint       references casefile.casefile(id),            -- null when the city OS told us before a case began
    purpose        varchar(30)  not null,
    event_type     varchar(12)  not null check (event_type in ('REQUESTED','GIVEN','REFUSED','WITHDRAWN','EXPIRED','RENEWED')),
    event_time     timestamptz  not null,
    valid_until    timestamptz,
    notice_id      varchar(40),
    notice_version int,
    notice_language varchar(5),
    notice_sha256  char(64),
    items          text[]       not null default '{}',
    recipients     text[]       not null default '{}',
    provider       varchar(200),
    receiver       varchar(200),
    reader_ground  varchar(20),
    given_by       varchar(30),
    giver_name     varchar(200),
    relation       varchar(100),
    giver_ground   varchar(500),
    channel        varchar(12),
    witness        varchar(200),
    explained_by   varchar(200),
    scan_id        bigint       references consent.scan(id),
    prior_record   bigint       references consent.record(id),
    reason         varchar(1000),
    message_id     varchar(200),
    recorded_by    varchar(200) not null,              -- entity_id
    recorder_name  varchar(200) not null,
    recorded_at    timestamptz  not null,
    foreign key (notice_id, notice_version, notice_language) references consent.notice(id, version, language)
);
create index record_of_resident on consent.record (resident_id, purpose, event_time, id);

create function consent.keep_as_written() returns trigger language plpgsql as $$
begin
    raise exception 'consent records are appended, never changed';
end $$;
create trigger record_is_append_only before update or delete on consent.record
    for each row execute function consent.keep_as_written();
create trigger notice_is_frozen before update or delete on consent.notice
    for each row execute function consent.keep_as_written();

-- The newest decision per resident and purpose, kept in the transaction that appends the record: the one question reads this row.
create table consent.standing (
    resident_id bigint      not null,
    purpose     varchar(30) not null,
    record_id   bigint      not null,
    state       varchar(12) not null,
    since       timestamptz not null,
    valid_until timestamptz,
    recipients  text[]      not null,
    items       text[]      not null,
    notice_id   varchar(40),
    notice_version int,
    primary key (resident_id, purpose)
);
create index standing_ends on consent.standing (valid_until) where state in ('GIVEN', 'RENEWED');

-- Messages of the city OS already dealt with: a repeated one changes nothing.
create table consent.handover (
    message_id  varchar(200) primary key,
    body_sha256 char(64)     not null,
    record_id   bigint       not null references consent.record(id),
    received_at timestamptz  not null
);
