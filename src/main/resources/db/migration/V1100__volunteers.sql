-- People and organisations willing to help, before any resident is named to them. What lies here is theirs, not a resident's.
create table sharing.volunteer (
    id           bigint      generated always as identity primary key,
    party        text        not null check (party in ('PERSON', 'ORGANISATION')),
    name         text        not null,
    -- 氏名・名称 and number as compared: two typings of the same are one
    name_key     text        not null,
    contact_name text        not null,
    area         text        not null,
    address      text        not null,
    lat          double precision,
    lon          double precision,
    mail         text,
    phone        text        check (phone ~ '^0[0-9]{9,10}$'),
    language     text        not null,
    areas        text[]      not null check (cardinality(areas) > 0),
    times        text[]      not null check (cardinality(times) > 0),
    most         int         not null check (most between 1 and 99),
    source       text        not null check (source in ('CITY', 'COUNCIL', 'ASSOCIATION', 'PAST_PLAN')),
    state        text        not null check (state in ('PROPOSED', 'STANDING', 'ENDED')),
    -- code of the office that proposed; null for the city's own
    office       text,
    version      int         not null default 0,
    changed_at   timestamptz not null,
    changed_by   text        not null
);
create unique index volunteer_once on sharing.volunteer (name_key, coalesce(phone, mail, '')) where state <> 'ENDED';
create index volunteer_areas on sharing.volunteer using gin (areas) where state = 'STANDING';

-- Who did what with an entry, and who was shown which.
create table sharing.volunteer_line (
    id      bigint       generated always as identity primary key,
    at      timestamptz  not null,
    what    text         not null check (what in ('ENTERED', 'PROPOSED', 'CONFIRMED', 'CHANGED', 'CHANGED_BY_SELF', 'ENDED', 'LISTED', 'READ', 'SUGGESTED')),
    shown   bigint[]     not null,
    case_id bigint       references casefile.casefile (id),
    by_id   varchar(200) not null,
    by_name varchar(200) not null
);
create index volunteer_line_of_case on sharing.volunteer_line (case_id) where case_id is not null;
select evidence.keep('sharing.volunteer_line', 'at');
