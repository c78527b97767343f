-- Lists by name stand in Japanese order (by kana, as telephone books do: カー, カア, ガ), the same whatever locale the database was made with.
alter table casefile.resident alter column name type text collate "ja-x-icu", alter column kana type text collate "ja-x-icu",
    alter column area type text collate "ja-x-icu";
alter table evacuation.place alter column name type text collate "ja-x-icu", alter column kana type text collate "ja-x-icu";
alter table evacuation.hazard_layer alter column name type text collate "ja-x-icu";
alter table roster.source alter column name type text collate "ja-x-icu";
alter table inbox.saved_filter alter column name type text collate "ja-x-icu";
alter table consent.disclosure alter column party_name type varchar(200) collate "ja-x-icu";

-- A generated column reads resident_kana, so the order is asked for by name (InboxOrder) and the indexes have it.
alter table inbox.work_item alter column area type text collate "ja-x-icu";
drop index inbox.work_item_kana;
drop index inbox.work_item_office_kana;
create index work_item_kana on inbox.work_item (resident_kana collate "ja-x-icu", task_id);
create index work_item_office_kana on inbox.work_item (office, resident_kana collate "ja-x-icu", task_id);
