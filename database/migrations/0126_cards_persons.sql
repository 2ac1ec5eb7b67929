-- The plastic names the persons whom the signed code counts: those of the day it was ordered for, as they were known then, whatever is learned later.
alter table cards.card add column persons jsonb;
comment on column cards.card.persons is 'Who is printed on it: names and year of birth; null for cards from before they were kept';
