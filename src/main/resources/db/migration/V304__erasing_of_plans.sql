-- What was taken out of a plan because its consent ended, and why. No content: the hash proves which text there was, the fields where.
-- Version 0 stands for the whole plan of the case.
create table plan.redaction (
    id            bigint generated always as identity primary key,
    case_id       bigint      not null references casefile.casefile (id),
    version       integer     not null,
    reason        text        not null check (reason in ('LINKED_DATA_WITHDRAWN', 'LINKAGE_STOPPED', 'PLAN_GIVEN_UP')),
    former_sha256 char(64),
    fields        text[]      not null default '{}',
    at            timestamptz not null
);
create index redaction_of_case on plan.redaction (case_id, version);
create function plan.keep_redactions() returns trigger language plpgsql as $$
begin
    raise exception 'what was erased stays written down';
end $$;
create trigger redaction_is_append_only before update or delete on plan.redaction for each row execute function plan.keep_redactions();

-- A version is never altered, except that an announced erasing takes content out of it: who handed in what when stays as it is.
create or replace function plan.refuse_update() returns trigger language plpgsql as $$
begin
    if current_setting('michishirube.erasing', true) = 'on'
        and (new.id, new.case_id, new.version, new.form_version, new.submitted_at, new.submitted_by, new.by_name)
            is not distinct from (old.id, old.case_id, old.version, old.form_version, old.submitted_at, old.submitted_by, old.by_name) then
        return new;
    end if;
    raise exception 'a submission is never altered';
end $$;
