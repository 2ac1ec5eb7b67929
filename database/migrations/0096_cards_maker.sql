alter table cards.batch
  add column file_digest text,
  add column maker_fault text check (maker_fault in
    ('silent', 'refused', 'other-file', 'unreadable', 'seal-wrong', 'other-batch', 'count-differs', 'card-unknown'));
comment on column cards.batch.file_digest is 'SHA-256 of the file of the batch as the maker took it';
comment on column cards.batch.maker_fault is 'What was wrong with the last answer of the maker; null once it has answered well';
grant update (file_digest, maker_fault) on cards.batch to ramed_app;
