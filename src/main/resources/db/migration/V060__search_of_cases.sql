-- One search over all cases, running, ended and in force: names folded once and kept with the person, as the work list does.
alter table casefile.resident add column searched text generated always as (inbox.folded(name, kana)) stored;
create index casefile_ended on casefile.casefile (state, ended_at desc) where state <> 'OPEN';
