-- All cards a registration ever had, for the page that follows a request: the index of live cards alone does not answer that, so each page read
-- every card of the nation (90 ms at a hundred thousand).
create index on cards.card (registration_number);
