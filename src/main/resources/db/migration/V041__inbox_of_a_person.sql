-- When a person last opened a case: a list marks what is new to that person and what happened since. Written at each reading of a
-- case and therefore without a reference to it, which would make readers wait for whoever moves the case.
create table inbox.opened (
    person  text        not null,
    case_id bigint      not null,
    at      timestamptz not null,
    primary key (person, case_id)
);

-- How a person wants to see the list.
create table inbox.list_wish (
    person    text primary key,
    hidden    text    not null default '',
    shortcuts boolean not null default true
);

-- The areas to choose from are picked out of it one by one.
create index work_item_area on inbox.work_item (area);

alter table inbox.work_item drop column seen_by, drop column author;
