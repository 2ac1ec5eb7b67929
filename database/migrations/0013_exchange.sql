call platform.open_schema('exchange');

create table exchange.envelope (
  id uuid primary key,
  partner text not null,
  direction text not null check (direction in ('out', 'in')),
  subject text not null,
  state text not null,
  items integer not null,
  first_tried_at timestamptz not null,
  closed_at timestamptz,
  acknowledgement text,
  failure text,
  body_digest text,
  source_date timestamptz
);
comment on table exchange.envelope is 'Every message to or from a partner, with its acknowledgement. States: lifecycles, Envelope.';
comment on column exchange.envelope.body_digest is 'SHA-256 of the answer as it came, to settle a dispute with the partner''s own log';
create index on exchange.envelope (partner, state);
grant select, insert on all tables in schema exchange to ramed_app;
grant update (state, closed_at, acknowledgement, failure, body_digest, source_date) on exchange.envelope to ramed_app;
