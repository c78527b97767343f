-- How a vendor's list is read is more than one column a value: several columns joined, codes with their meanings, a sheet, headings over rows.
create table roster.intake_sheet (
    intake bigint not null references roster.intake on delete cascade,
    sheet  int    not null,
    facts  jsonb  not null,
    primary key (intake, sheet)
);
alter table roster.raw_row add column sheet int not null default 0;
alter table roster.raw_row drop constraint raw_row_pkey;
alter table roster.raw_row add primary key (intake, sheet, line);

alter table roster.intake add column sheet int not null default 0;
alter table roster.intake add column header_rows int not null default 1;
alter table roster.intake add column changes jsonb not null default '{}';
alter table roster.intake add column outcome jsonb;

update roster.intake set mapping = jsonb_build_object('asIs', true, 'uses', (
    select coalesce(jsonb_agg(jsonb_build_object('column', m.value::int, 'heading', coalesce(header ->> m.value::int, ''), 'target', m.key) order by m.value::int), '[]')
    from jsonb_each_text(mapping) m)) where mapping is not null;
-- codes were never agreed on: they are asked once
update roster.source set mapping = jsonb_build_object('uses', (
    select coalesce(jsonb_agg(jsonb_build_object('column', m.value::int, 'heading', coalesce(header ->> m.value::int, ''), 'target', m.key) order by m.value::int), '[]')
    from jsonb_each_text(mapping) m));
alter table roster.intake add column agreed boolean not null default false;
update roster.intake set agreed = true where mapping is not null;
