-- A family that moves takes with it what it still owes and the card that it holds: its new counter must find them.
grant update (territory) on contributions.due to ramed_app;
grant update (territory) on cards.card to ramed_app;

-- The night looks for cards that end soon, over the nation.
create index on cards.card (valid_to, serial);
