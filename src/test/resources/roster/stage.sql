create schema organization;
create table organization.office (code text primary key, name text, kind text, phone text, areas text, quota int not null default 0, contract_ends date);
insert into organization.office (code, name, kind, phone, areas, quota, contract_ends) values ('AOBA', '青葉', 'HOME_CARE_SUPPORT', '', '青葉町,山手町', 0, null), ('CHUO', '中央', 'COMMUNITY_SUPPORT_CENTER', '', '川端町', 0, null),
    ('WAKAKUSA', '若草', 'HOME_CARE_SUPPORT', '', '若草町,桜木町', 0, null);
create schema casefile;
create table casefile.casefile (id bigint generated always as identity primary key, city_number text, name text, address text, office text,
    priority int, state text not null default 'OPEN', opened_at timestamptz not null default now());
