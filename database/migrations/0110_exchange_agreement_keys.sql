-- A body renews its key without another agreement; the key before may still open for some days, so that no desk stands before a closed door.
create table exchange.agreement_key (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  agreement_id uuid not null references exchange.agreement,
  made_at timestamptz not null,
  made_by text not null,
  until timestamptz
);
comment on table exchange.agreement_key is 'Keys of agreements, the present one and those before it, as digests alone. No key serves twice.';
comment on column exchange.agreement_key.digest is 'SHA-256 of the key, which is drawn and kept by whoever asks: it was never here';
comment on column exchange.agreement_key.until is 'The instant from which a key that was renewed opens nothing; empty of the present one';
create unique index on exchange.agreement_key (agreement_id) where until is null;
create index on exchange.agreement_key (agreement_id, made_at);
grant select, insert on exchange.agreement_key to ramed_app;
grant update (until) on exchange.agreement_key to ramed_app;

insert into exchange.agreement_key (digest, agreement_id, made_at, made_by) select key_digest, id, made_at, made_by from exchange.agreement;
alter table exchange.agreement drop column key_digest;

-- How often each body asked, and when last: counted from what it was told, which holds the whole of every line that counts.
create index reading_by_agreement on audit.reading (post, at desc) include (told, territory) where starts_with(actor, 'partner:');
