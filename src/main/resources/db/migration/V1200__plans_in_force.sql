-- Since when which version is the plan that helpers act on. The newest row of a case counts, as long as the case itself stands in force: while
-- a renewal is written, checked and signed, this one goes on counting. Appended only.
create table plan.in_force (
    id      bigint      generated always as identity primary key,
    case_id bigint      not null,
    version integer     not null,
    since   timestamptz not null,
    unique (case_id, version),
    foreign key (case_id, version) references plan.submission (case_id, version)
);

-- Until now a case ended with its only approved version.
insert into plan.in_force (case_id, version, since)
select c.id, s.version, coalesce(c.ended_at, s.submitted_at)
from casefile.casefile c
join lateral (select s.version, s.submitted_at from plan.submission s where s.case_id = c.id and s.version = coalesce(
        (select max(d.version) from signing.sealed_document d where d.case_id = c.id and d.erased_at is null and d.version in
            (select version from plan.submission where case_id = c.id)),
        (select max(version) from plan.submission where case_id = c.id))) s on true
where c.state in ('IN_FORCE', 'IN_FORCE_UNSHARED')
order by c.id;

select evidence.keep('plan.in_force', 'since');
