-- One search over all cases, running, ended and in force. Names are compared folded, as the work list does: the pieces lead to the few
-- people whose names hold them.
create index resident_grams on casefile.resident using gin (inbox.grams(inbox.folded(name, kana), ''));
create index casefile_ended on casefile.casefile (state, ended_at desc) where state <> 'OPEN';
