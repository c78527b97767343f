-- What is known of a birth date whose day is not: 1941, 1941-05 or 不詳. Empty beside a whole date.
alter table casefile.resident add column birth_known text not null default '';

update casefile.resident r set birth_known = e.data ->> 'birthDate'
from roster.entry e join casefile.casefile c on c.id = e.case_id
where c.resident_id = r.id and r.birth_date is null and length(e.data ->> 'birthDate') < 10;
