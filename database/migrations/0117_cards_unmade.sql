-- Families with open rights whose card could not be made, since what is known of them fits no card: somebody has to look.
create table cards.unmade (
  registration_number text primary key,
  fault text not null check (fault in ('issuer', 'number', 'validity', 'birth-year', 'members')),
  since timestamptz not null,
  territory text not null
);
grant select, insert, delete on cards.unmade to ramed_app;
call platform.fence(array['cards.unmade']::regclass[]);

alter table cards.hand_over add column undone_why text;
comment on column cards.hand_over.undone_why is 'How it came to another family, in the words of whoever said so';
grant update (undone_why) on cards.hand_over to ramed_app;
