-- A card ends by its last day wherever it is: one on its way went on being made, carried and counted as late until an office had it.
drop index cards.cards_over;
create index cards_over on cards.card (valid_to)
  where state not in ('lost_in_transit', 'lost', 'stolen', 'damaged', 'destroyed', 'revoked', 'replaced', 'expired');
