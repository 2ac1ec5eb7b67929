call platform.open_schema('notices');

-- Where a family wants to be told of its request, once a code has shown that it reads there. One place a request.
create table notices.recipient (
  application_id uuid primary key,
  territory text not null,
  application_number text not null,
  channel text not null check (channel in ('sms', 'mail')),
  address text not null,
  language text not null check (language in ('ar', 'zgh', 'fr', 'en')),
  proven_at timestamptz not null,
  stop_digest text not null unique
);
comment on table notices.recipient is 'Nobody is written to without a row here, and a stop deletes it: what is not needed any more is not kept';
comment on column notices.recipient.stop_digest is 'Keyed digest of the code that stops the messages: the code itself is kept nowhere but in the messages';

-- A place that is being proven: a code was sent there and is waited for. The last one asked for replaces those before it.
create table notices.proof (
  application_id uuid primary key,
  territory text not null,
  application_number text not null,
  channel text not null check (channel in ('sms', 'mail')),
  address text not null,
  language text not null check (language in ('ar', 'zgh', 'fr', 'en')),
  code_digest text not null,
  expires_at timestamptz not null,
  tries_left integer not null check (tries_left >= 0)
);

-- Counts the codes asked for, by address and by request, across the nation: it holds digests only.
create table notices.code_sent (
  id uuid primary key,
  digest text not null,
  at timestamptz not null
);
create index on notices.code_sent (digest, at);
create index on notices.code_sent (at);

-- The outbox. What an event has to tell one recipient is there once, however often the event is delivered.
create table notices.message (
  id uuid primary key,
  application_id uuid not null,
  territory text not null,
  event text not null,
  template text not null,
  channel text not null check (channel in ('sms', 'mail')),
  address text,
  language text not null check (language in ('ar', 'zgh', 'fr', 'en')),
  body text,
  segments integer not null,
  state text not null check (state in ('waiting', 'sent', 'delivered', 'refused', 'bounced', 'given_up', 'withdrawn')),
  since timestamptz not null,
  made_at timestamptz not null,
  attempts integer not null default 0,
  reason text,
  reference text,
  unique (event, application_id, template),
  check (state <> 'waiting' or (address is not null and body is not null))
);
comment on column notices.message.address is 'Null once kept long enough';
comment on column notices.message.body is 'Null once kept long enough; that of a code, as soon as it has left';
comment on column notices.message.reference is 'The name that the messenger gave the message when it took it';
create index on notices.message (application_id, made_at);
create index on notices.message (state, made_at);

grant select, insert, update, delete on notices.recipient, notices.proof to ramed_app;
grant select, insert, delete on notices.code_sent to ramed_app;
grant select, insert on notices.message to ramed_app;
grant update (state, since, attempts, reason, reference, address, body) on notices.message to ramed_app;
call platform.fence(array['notices.recipient', 'notices.proof', 'notices.message']::regclass[]);
