create schema if not exists organization;

create table organization.office (
    code          text primary key,
    name          text not null,
    kind          text not null,
    phone         text not null default '',
    areas         text not null default '',
    quota         int  not null default 0,
    contract_ends date
);

create table organization.person (
    id     text primary key,
    name   text not null,
    roles  text not null,
    office text,
    mail   text
);
create index person_office on organization.person (office);
