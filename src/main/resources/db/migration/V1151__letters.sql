-- A question by letter: who printed it, and who said that it went.
alter table sharing.asking_event drop constraint asking_event_what_check;
alter table sharing.asking_event add constraint asking_event_what_check check (what in
    ('ASKED', 'ASKED_BACK', 'ANSWERED_BACK', 'AGREED', 'DECLINED', 'EXPIRED', 'STOPPED', 'ENDED', 'IN_PLAN', 'LETTER_PRINTED', 'LETTER_POSTED'));
