-- A family follows its request by its number or by the national card of its head, each with the head's birth date. Anyone may ask, so it
-- must cost no more than two look-ups whatever the number of files.
create index on applications.application (head_cnie, head_birth_date);
