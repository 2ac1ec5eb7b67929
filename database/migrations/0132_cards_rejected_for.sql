-- A card rejected for its data waits until somebody has said whether they are right: ordered again at once it came back with the same fault.
alter table cards.card add column rejected_for text;
comment on column cards.card.rejected_for is 'What was wrong with it when its proof was rejected last, in the words of whoever looked or of the maker';
grant update (rejected_for) on cards.card to ramed_app;
create index cards_rejected on cards.card (since) where state = 'rejected_proof';
