-- A family that pays for its next year has that year's card made while this year's is still good: one for each first day.
drop index cards.one_live_card;
create unique index one_live_card on cards.card (registration_number, valid_from)
  where state not in ('lost_in_transit', 'lost', 'stolen', 'damaged', 'destroyed', 'revoked', 'replaced', 'expired');
create index cards_over on cards.card (valid_to) where state in ('handed_over', 'active', 'at_office', 'uncollected');
