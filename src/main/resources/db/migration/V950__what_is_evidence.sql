-- Who saw what, what happened, what was given to whom and agreed to, what was handed in, sealed and signed.
-- Consents had triggers of their own that know no erasing at the end of retention; one rule serves all.
drop trigger record_is_append_only on consent.record;
drop trigger supporter_record_is_append_only on consent.supporter_record;
drop trigger disclosure_is_append_only on consent.disclosure;

select evidence.keep('privacy.access', 'at');
select evidence.keep('privacy.list_read', 'at');
select evidence.keep('casefile.event', 'at');
select evidence.keep('consent.record', 'recorded_at');
select evidence.keep('consent.supporter_record', 'recorded_at');
select evidence.keep('consent.disclosure', 'at');
select evidence.keep('plan.submission', 'submitted_at');
select evidence.keep('plan.redaction', 'at');
select evidence.keep('signing.sealed_document', 'created_at');
select evidence.keep('signing.signature', 'recorded_at');
select evidence.keep('signing.objection', 'recorded_at');
