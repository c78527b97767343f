-- One recipient may be given the same version several ways: a page and a copy on paper.
alter table sharing.delivery drop constraint delivery_case_id_version_party_kind_party_key_key;
alter table sharing.delivery add unique (case_id, version, party_kind, party_key, channel);

-- How a supporter of one resident is reached who has no account. The plan says who they are; here stands only what a link needs.
create table sharing.supporter_contact (
    id            bigint      generated always as identity primary key,
    resident_id   bigint      not null references casefile.resident (id),
    supporter_key text        not null,
    mail          text,
    language      text        not null,
    changed_at    timestamptz not null,
    unique (resident_id, supporter_key)
);
