-- The queues of a post: its communes one by one, each in the order of its queue; the whole nation in one. Row-level security lets an index
-- answer equality of the commune, not the prefix that a jurisdiction is.
create index queue_of_commune on applications.application (territory, state, since, id);
create index queue_of_nation on applications.application (state, since, id);
drop index applications.application_territory_state_since_idx;

-- One way to write an address: small letters, without marks and punctuation, the forms of one Arabic letter made one.
create function applications.address_key(address text) returns text
  language sql immutable parallel safe set search_path = pg_catalog
  return nullif(translate(lower(trim(regexp_replace(address, '[^[:alnum:]]+', ' ', 'g'))),
    'أإآٱىةéèêëàâäîïôöùûüç', 'اااايهeeeeaaaiioouuuc'), '');
comment on function applications.address_key is 'Two addresses with one key are the same address, written twice';

alter table applications.contact add column address_key text generated always as (applications.address_key(address)) stored;
create index contact_by_phone on applications.contact (phone) where phone is not null;
create index contact_by_address on applications.contact (territory, address_key) where address_key is not null;
