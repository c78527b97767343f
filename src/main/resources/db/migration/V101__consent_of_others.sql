-- What named supporters answered; appended, the newest counts.
create table consent.supporter_record (
    id            bigint generated always as identity primary key,
    resident_id   bigint       not null references casefile.resident(id),
    case_id       bigint       not null references casefile.casefile(id),
    supporter_key varchar(40)  not null,
    answer        varchar(12)  not null check (answer in ('AGREED','ASKED','NOT_ASKED','REFUSED')),
    answered_on   date         not null,
    how           varchar(20)  not null,
    note          varchar(500),
    recorded_by   varchar(200) not null,
    recorder_name varchar(200) not null,
    recorded_at   timestamptz  not null
);
create index supporter_record_of_case on consent.supporter_record (case_id, supporter_key, id);
create trigger supporter_record_is_append_only before update or delete on consent.supporter_record
    for each row execute function consent.keep_as_written();

create table consent.supporter (
    resident_id   bigint      not null,
    supporter_key varchar(40) not null,
    answer        varchar(12) not null,
    record_id     bigint      not null,
    primary key (resident_id, supporter_key)
);

-- 災害の宣言: declared by one officer, in force once a second one confirms.
create table consent.disaster (
    id            bigint generated always as identity primary key,
    hazard        varchar(40)  not null,
    areas         text[]       not null,               -- 町; empty for the whole municipality
    starts_at     timestamptz  not null,
    ends_at       timestamptz  not null,
    ground        varchar(1000) not null,
    declared_by   varchar(200) not null,
    declarer_name varchar(200) not null,
    declared_at   timestamptz  not null,
    confirmed_by  varchar(200),
    confirmer_name varchar(200),
    confirmed_at  timestamptz,
    ended_by      varchar(200),
    ended_at      timestamptz,
    check (ends_at > starts_at),
    check (confirmed_by is null or confirmed_by <> declared_by)
);

-- Every disclosure, with the ground it stood on.
create table consent.disclosure (
    id           bigint generated always as identity primary key,
    at           timestamptz  not null,
    case_id      bigint       not null references casefile.casefile(id),
    resident_id  bigint       not null references casefile.resident(id),
    party_kind   varchar(30)  not null,
    party_key    varchar(100),
    party_name   varchar(200) not null,
    purpose      varchar(30)  not null,
    fields       text[]       not null,
    ground       varchar(20)  not null check (ground in ('CONSENT', 'ORDINANCE', 'DECLARED_DISASTER')),
    record_id    bigint       references consent.record(id),
    disaster_id  bigint       references consent.disaster(id),
    what         varchar(200) not null,
    by_id        varchar(200) not null,
    by_name      varchar(200) not null,
    check ((ground = 'CONSENT') = (record_id is not null)),
    check ((ground = 'DECLARED_DISASTER') = (disaster_id is not null))
);
create index disclosure_of_case on consent.disclosure (case_id, id);
create index disclosure_of_disaster on consent.disclosure (disaster_id, resident_id) where disaster_id is not null;
create trigger disclosure_is_append_only before update or delete on consent.disclosure
    for each row execute function consent.keep_as_written();

-- 事後の通知: residents whose data went out on the ground of a disaster, once they were told.
create table consent.disaster_told (
    disaster_id bigint       not null references consent.disaster(id),
    resident_id bigint       not null references casefile.resident(id),
    told_on     date         not null,
    how         varchar(200) not null,
    told_by     varchar(200) not null,
    primary key (disaster_id, resident_id)
);
