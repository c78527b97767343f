-- By which version of the decision tables a person was ranked: once the tables change, it shows who was ranked by the old ones.
alter table roster.intake add column rules text;
alter table roster.entry add column rules text;
create index entry_rules on roster.entry (rules) where status = 'LISTED';
