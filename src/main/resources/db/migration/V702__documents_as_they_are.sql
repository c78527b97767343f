-- PDF and pictures are packed already: packing them once more costs time at every seal and gains nothing.
alter table signing.sealed_document alter column content set storage external;
alter table signing.signature alter column evidence set storage external;
