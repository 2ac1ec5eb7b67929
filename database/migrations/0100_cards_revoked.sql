-- The revoked cards in the order of their numbers, page by page, for the snapshot that verifies without a network: few among millions.
create index revoked_card on cards.card (serial) where revoked_at is not null;
