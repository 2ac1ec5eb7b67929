-- Who stands in which request, card by card. Behind row-level security an index answers only comparisons that leak nothing: equality of texts
-- does, overlap of arrays does not, so that each chunk of a file read every request of the nation.
create table applications.adult_card (
  cnie text not null,
  application_id uuid not null references applications.application,
  territory text not null,
  primary key (cnie, application_id)
);
comment on table applications.adult_card is 'National cards of heads and spouses: none may stand in two open requests';
insert into applications.adult_card select distinct unnest(adult_cards), id, territory from applications.application;
drop index applications.open_request_by_adult_card;

grant select, insert on applications.adult_card to ramed_app;
call platform.fence(array['applications.adult_card']::regclass[]);
