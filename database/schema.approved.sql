schema applications
  granted to ramed_app: USAGE
schema audit
  granted to ramed_app: USAGE
schema cards
  granted to ramed_app: USAGE
schema commissions
  granted to ramed_app: USAGE
schema complaints
  granted to ramed_app: USAGE
schema contributions
  granted to ramed_app: USAGE
schema coverage
  granted to ramed_app: USAGE
schema documents
  granted to ramed_app: USAGE
schema entitlements
  granted to ramed_app: USAGE
schema exchange
  granted to ramed_app: USAGE
schema notices
  granted to ramed_app: USAGE
schema platform
  granted to ramed_app: USAGE
  granted to ramed_jobs: USAGE
schema public
  granted to public: USAGE
schema registry
  granted to ramed_app: USAGE
schema staff
  granted to ramed_app: USAGE
schema territory
  granted to ramed_app: USAGE
schema verifications
  granted to ramed_app: USAGE

table applications.adult_card with row-level security
  cnie text not null
  application_id uuid not null
  territory text not null
  constraint adult_card_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications.application(id)
  constraint adult_card_pkey PRIMARY KEY (cnie, application_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: DELETE, INSERT, SELECT

table applications.application with row-level security
  id uuid not null
  number text not null
  kind text not null
  state text not null
  since timestamp with time zone not null
  territory text not null
  sender text not null
  reference text not null
  batch_id uuid
  filed_on date not null
  head_cnie text
  adult_cards text[] not null default '{}'::text[]
  head_birth_date date not null
  head_names jsonb not null
  declaration jsonb not null
  declaration_digest text not null
  proposal text
  outcome text
  closed_for text
  constraint application_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES applications.batch(id)
  constraint application_number_key UNIQUE (number)
  constraint application_pkey PRIMARY KEY (id)
  constraint application_sender_reference_key UNIQUE (sender, reference)
  CREATE INDEX application_batch_id_state_idx ON applications.application USING btree (batch_id, state)
  CREATE INDEX application_filed ON applications.application USING btree (filed_on, id)
  CREATE UNIQUE INDEX one_open_request_per_head ON applications.application USING btree (head_cnie) WHERE ((state <> 'closed'::text) AND (kind = 'new'::text))
  CREATE INDEX queue_of_commune ON applications.application USING btree (territory, state, since, id)
  CREATE INDEX queue_of_nation ON applications.application USING btree (state, since, id)
  CREATE INDEX undecided_request ON applications.application USING btree (filed_on, id, territory) WHERE (state = ANY (ARRAY['filed'::text, 'incomplete'::text, 'checking'::text, 'discordant'::text, 'scored'::text, 'enquiry'::text, 'scheduled'::text]))
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  CREATE TRIGGER keep_what_was_declared BEFORE UPDATE OF declaration ON applications.application FOR EACH ROW EXECUTE FUNCTION applications.keep_what_was_declared()
  granted to ramed_app: INSERT, SELECT

table applications.assessment with row-level security
  id uuid not null
  application_id uuid not null
  territory text not null
  formula text not null
  formula_digest text not null
  input_digest text not null
  result text not null
  result_digest text not null
  assessed_at timestamp with time zone not null
  constraint assessment_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications.application(id)
  constraint assessment_pkey PRIMARY KEY (id)
  CREATE INDEX assessment_application_id_idx ON applications.assessment USING btree (application_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table applications.batch with row-level security
  id uuid not null
  sender text not null
  reference text not null
  territory text not null
  file_digest text not null
  file_path text not null
  format text not null
  state text not null
  next_ordinal integer not null default 1
  accepted integer not null default 0
  refused integer not null default 0
  repeated integer not null default 0
  fault jsonb
  rehearsal boolean not null default false
  received_at timestamp with time zone not null
  finished_at timestamp with time zone
  constraint batch_file_digest_key UNIQUE (file_digest)
  constraint batch_pkey PRIMARY KEY (id)
  constraint batch_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'received'::text, 'unreadable'::text])))
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table applications.contact with row-level security
  application_id uuid not null
  territory text not null
  language text not null
  phone text
  email text
  address text
  wants_notices boolean not null default false
  changed_at timestamp with time zone not null
  address_key text generated as applications.address_key(address)
  constraint contact_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications.application(id)
  constraint contact_language_check CHECK ((language = ANY (ARRAY['ar'::text, 'zgh'::text, 'fr'::text, 'en'::text])))
  constraint contact_pkey PRIMARY KEY (application_id)
  CREATE INDEX contact_by_address ON applications.contact USING btree (territory, address_key) WHERE (address_key IS NOT NULL)
  CREATE INDEX contact_by_phone ON applications.contact USING btree (phone) WHERE (phone IS NOT NULL)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT, UPDATE

table applications.counter_entry with row-level security
  id uuid not null
  application_id uuid not null
  territory text not null
  origin text not null
  input_digest text not null
  declaration_digest text not null
  typed_at timestamp with time zone
  stated_on date
  deposit text not null
  papers_seen text[] not null
  received_at timestamp with time zone not null
  received_by text not null
  post text
  constraint counter_entry_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications.application(id)
  constraint counter_entry_deposit_check CHECK ((deposit = ANY (ARRAY['as-stated'::text, 'not-stated'::text, 'ahead'::text, 'too-old'::text])))
  constraint counter_entry_origin_check CHECK ((origin = ANY (ARRAY['paper'::text, 'dossier'::text])))
  constraint counter_entry_pkey PRIMARY KEY (id)
  CREATE INDEX counter_entry_application_id_idx ON applications.counter_entry USING btree (application_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table applications.draft with row-level security
  id uuid not null
  territory text not null
  code_digest text not null
  language text not null
  answers jsonb not null
  answered text[] not null default '{}'::text[]
  last_step text
  opened_at timestamp with time zone not null
  saved_at timestamp with time zone not null
  application_id uuid
  number text
  commune text
  renews text
  constraint draft_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications.application(id)
  constraint draft_check CHECK ((territory = ('draft:'::text || id)))
  constraint draft_language_check CHECK ((language = ANY (ARRAY['ar'::text, 'zgh'::text, 'fr'::text, 'en'::text])))
  constraint draft_pkey PRIMARY KEY (id)
  CREATE INDEX draft_saved_at_idx ON applications.draft USING btree (saved_at)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: DELETE, INSERT, SELECT, UPDATE

table applications.draft_code with row-level security
  code_digest text not null
  territory text not null
  draft_id uuid
  head_birth_date date
  tries integer not null default 0
  tried_at timestamp with time zone
  constraint draft_code_check CHECK ((territory = ('resume:'::text || code_digest)))
  constraint draft_code_pkey PRIMARY KEY (code_digest)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: DELETE, INSERT, SELECT, UPDATE

table applications.not_the_same with row-level security
  one_id uuid not null
  other_id uuid not null
  territory text not null
  reason text not null
  noted_at timestamp with time zone not null
  noted_by text not null
  constraint not_the_same_check CHECK ((one_id < other_id))
  constraint not_the_same_pkey PRIMARY KEY (one_id, other_id)
  CREATE INDEX not_the_same_other_id_idx ON applications.not_the_same USING btree (other_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table applications.paper_request with row-level security
  application_id uuid not null
  territory text not null
  asked_at timestamp with time zone not null
  papers text[] not null
  note text
  constraint paper_request_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications.application(id)
  constraint paper_request_pkey PRIMARY KEY (application_id, asked_at)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table applications.passage with row-level security
  id bigint not null identity
  application_id uuid not null
  territory text not null
  from_state text
  to_state text not null
  deed_name text not null
  at timestamp with time zone not null
  actor text not null
  reason text
  constraint passage_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications.application(id)
  constraint passage_pkey PRIMARY KEY (id)
  CREATE INDEX passage_application_id_idx ON applications.passage USING btree (application_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table applications.printing with row-level security
  application_id uuid not null
  territory text not null
  paper text not null
  printed_at timestamp with time zone not null
  printed_by text not null
  post text
  constraint printing_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications.application(id)
  CREATE INDEX printing_application_id_idx ON applications.printing USING btree (application_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table applications.refused_record with row-level security
  batch_id uuid not null
  territory text not null
  ordinal integer not null
  line integer not null
  reference text
  rule text not null
  refusals jsonb not null
  constraint refused_record_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES applications.batch(id)
  constraint refused_record_pkey PRIMARY KEY (batch_id, ordinal)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table applications.reminder with row-level security
  id uuid not null
  kind text not null
  subject_id uuid not null
  number text not null
  clock text not null
  since timestamp with time zone not null
  territory text not null
  holder text not null
  said text not null
  told text not null
  days integer not null
  told_at timestamp with time zone not null
  over_at timestamp with time zone
  answered_at timestamp with time zone
  answered_by text
  doing text
  constraint reminder_check CHECK (((answered_at IS NULL) = (doing IS NULL)))
  constraint reminder_kind_check CHECK ((kind = ANY (ARRAY['application'::text, 'sitting'::text, 'enquiry'::text, 'appeal'::text])))
  constraint reminder_kind_subject_id_clock_since_said_key UNIQUE (kind, subject_id, clock, since, said)
  constraint reminder_pkey PRIMARY KEY (id)
  constraint reminder_said_check CHECK ((said = ANY (ARRAY['warning'::text, 'escalation'::text])))
  CREATE INDEX reminder_clock_since_idx ON applications.reminder USING btree (clock, since) WHERE (over_at IS NULL)
  CREATE INDEX reminder_told_told_at_idx ON applications.reminder USING btree (told, told_at) WHERE ((over_at IS NULL) AND (answered_at IS NULL))
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table applications.rescoring with row-level security
  run_id uuid not null
  application_id uuid not null
  territory text not null
  proposal text
  outcome text not null
  score double precision
  constraint rescoring_pkey PRIMARY KEY (run_id, application_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table applications.rescoring_run with row-level security
  id uuid not null
  territory text not null
  formula text not null
  formula_digests text[] not null
  judged_on date
  run_at timestamp with time zone not null
  files integer not null
  moves jsonb not null
  constraint rescoring_run_pkey PRIMARY KEY (id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table applications.version with row-level security
  application_id uuid not null
  version smallint not null
  territory text not null
  declaration jsonb not null
  declaration_digest text not null
  made_at timestamp with time zone not null
  made_by text not null
  post text
  reason text
  changes jsonb not null
  constraint version_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications.application(id)
  constraint version_pkey PRIMARY KEY (application_id, version)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table audit.book
  book text not null
  seq bigint not null
  hash text not null
  constraint book_pkey PRIMARY KEY (book)

table audit.entry with row-level security
  book text not null
  seq bigint not null
  at timestamp with time zone not null
  deed text not null
  action text not null
  actor text not null
  post text
  subject text not null
  territory text not null
  reason text
  before_digest text
  after_digest text
  previous_hash text not null
  hash text not null
  acting_for text
  constraint entry_pkey PRIMARY KEY (book, seq)
  CREATE INDEX entry_by_actor ON audit.entry USING btree (actor, at DESC, book DESC, seq DESC)
  CREATE INDEX entry_by_book_and_day ON audit.entry USING btree (book, at DESC, seq DESC)
  CREATE INDEX entry_by_day ON audit.entry USING btree (at DESC, book DESC, seq DESC)
  CREATE INDEX entry_by_subject ON audit.entry USING btree (subject, at)
  policy in_scope for SELECT to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  policy written_by_deeds for INSERT to ramed_app using - check true
  CREATE TRIGGER keep_heads AFTER INSERT ON audit.entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION audit.keep_heads()
  granted to ramed_app: INSERT, SELECT

table audit.reading with row-level security
  seq bigint not null identity
  at timestamp with time zone not null
  question text not null
  actor text not null
  post text
  acting_for text
  subject text not null
  territory text not null
  shown integer not null
  told text
  constraint reading_pkey PRIMARY KEY (seq)
  CREATE INDEX reading_by_actor ON audit.reading USING btree (actor, at DESC, seq DESC)
  CREATE INDEX reading_by_agreement ON audit.reading USING btree (post, at DESC) INCLUDE (told, territory) WHERE starts_with(actor, 'partner:'::text)
  CREATE INDEX reading_by_book_and_day ON audit.reading USING btree ("left"(territory, 6), at DESC, seq DESC)
  CREATE INDEX reading_by_day ON audit.reading USING btree (at DESC, seq DESC)
  CREATE INDEX reading_by_subject ON audit.reading USING btree (subject, at DESC, seq DESC)
  policy in_scope for SELECT to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  policy written_by_questions for INSERT to ramed_app using - check true
  granted to ramed_app: INSERT, SELECT

table cards.batch with row-level security
  id uuid not null
  number text not null
  territory text not null
  state text not null
  since timestamp with time zone not null
  made_up_at timestamp with time zone not null
  made_up_by text not null
  cards integer not null
  counted integer
  maker_reference text
  file_digest text
  maker_fault text
  expected integer
  constraint batch_maker_fault_check CHECK ((maker_fault = ANY (ARRAY['silent'::text, 'refused'::text, 'other-file'::text, 'unreadable'::text, 'seal-wrong'::text, 'other-batch'::text, 'count-differs'::text, 'card-unknown'::text])))
  constraint batch_number_key UNIQUE (number)
  constraint batch_pkey PRIMARY KEY (id)
  constraint batch_state_check CHECK ((state = ANY (ARRAY['made_up'::text, 'proofed'::text, 'sent'::text, 'acknowledged'::text, 'made'::text, 'received'::text, 'checked'::text])))
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table cards.card with row-level security
  serial text not null
  registration_number text not null
  signing_id uuid not null
  state text not null
  since timestamp with time zone not null
  valid_from date not null
  valid_to date not null
  credential text not null
  revoked_at timestamp with time zone
  territory text not null
  place text not null
  batch_id uuid
  parcel_id uuid
  replaces text
  persons jsonb
  rejected_for text
  constraint card_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES cards.batch(id)
  constraint card_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES cards.parcel(id)
  constraint card_pkey PRIMARY KEY (serial)
  constraint card_replaces_fkey FOREIGN KEY (replaces) REFERENCES cards.card(serial)
  constraint card_signing_id_fkey FOREIGN KEY (signing_id) REFERENCES cards.signing(id)
  CREATE INDEX card_batch_id_idx ON cards.card USING btree (batch_id)
  CREATE INDEX card_parcel_id_idx ON cards.card USING btree (parcel_id)
  CREATE INDEX card_registration_number_idx ON cards.card USING btree (registration_number)
  CREATE INDEX card_signing_id_idx ON cards.card USING btree (signing_id)
  CREATE INDEX card_valid_to_serial_idx ON cards.card USING btree (valid_to, serial)
  CREATE INDEX cards_at_office ON cards.card USING btree (since) WHERE (state = 'at_office'::text)
  CREATE INDEX cards_over ON cards.card USING btree (valid_to) WHERE (state <> ALL (ARRAY['lost_in_transit'::text, 'lost'::text, 'stolen'::text, 'damaged'::text, 'destroyed'::text, 'revoked'::text, 'replaced'::text, 'expired'::text]))
  CREATE INDEX cards_rejected ON cards.card USING btree (since) WHERE (state = 'rejected_proof'::text)
  CREATE INDEX cards_waiting ON cards.card USING btree (territory, state) WHERE (state <> ALL (ARRAY['active'::text, 'expired'::text]))
  CREATE UNIQUE INDEX one_live_card ON cards.card USING btree (registration_number, valid_from) WHERE (state <> ALL (ARRAY['lost_in_transit'::text, 'lost'::text, 'stolen'::text, 'damaged'::text, 'destroyed'::text, 'revoked'::text, 'replaced'::text, 'expired'::text]))
  CREATE INDEX revoked_card ON cards.card USING btree (serial) WHERE (revoked_at IS NOT NULL)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table cards.destruction with row-level security
  id uuid not null
  number text not null
  territory text not null
  destroyed_at timestamp with time zone not null
  destroyed_by text not null
  witnesses text[] not null
  cards jsonb not null
  constraint destruction_number_key UNIQUE (number)
  constraint destruction_pkey PRIMARY KEY (id)
  constraint destruction_witnesses_check CHECK ((cardinality(witnesses) = 2))
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table cards.difference with row-level security
  id bigint not null identity
  batch_id uuid
  parcel_id uuid
  serial text not null
  kind text not null
  territory text not null
  found_at timestamp with time zone not null
  found_by text not null
  settled_at timestamp with time zone
  settled_as text
  place text not null
  settled_by text
  settled_note text
  constraint difference_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES cards.batch(id)
  constraint difference_kind_check CHECK ((kind = ANY (ARRAY['missing'::text, 'surplus'::text, 'dead'::text, 'elsewhere'::text, 'unknown'::text, 'moved'::text, 'not-made'::text])))
  constraint difference_of_one_lot CHECK ((num_nonnulls(batch_id, parcel_id) <= 1))
  constraint difference_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES cards.parcel(id)
  constraint difference_pkey PRIMARY KEY (id)
  constraint difference_settled_as_check CHECK ((settled_as = ANY (ARRAY['found'::text, 'lost'::text, 'over'::text, 'taken-in'::text, 'destroyed'::text, 'handed-over'::text, 'returned'::text, 'not-there'::text, 'in-order'::text])))
  CREATE INDEX difference_open ON cards.difference USING btree (found_at, id) WHERE (settled_at IS NULL)
  CREATE INDEX difference_parcel_id_idx ON cards.difference USING btree (parcel_id)
  CREATE INDEX difference_serial_idx ON cards.difference USING btree (serial)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table cards.hand_over with row-level security
  id uuid not null
  serial text not null
  territory text not null
  recipient text not null
  name text not null
  paper text not null
  paper_number text not null
  at timestamp with time zone not null
  actor text not null
  undone_at timestamp with time zone
  undone_as text
  undone_why text
  constraint hand_over_paper_check CHECK ((paper = ANY (ARRAY['cnie'::text, 'passport'::text, 'power-of-attorney'::text, 'family-booklet'::text])))
  constraint hand_over_pkey PRIMARY KEY (id)
  constraint hand_over_recipient_check CHECK ((recipient = ANY (ARRAY['head'::text, 'member'::text, 'proxy'::text])))
  constraint hand_over_serial_fkey FOREIGN KEY (serial) REFERENCES cards.card(serial)
  constraint hand_over_undone_as_check CHECK ((undone_as = ANY (ARRAY['recovered'::text, 'lost'::text])))
  CREATE INDEX hand_over_serial_idx ON cards.hand_over USING btree (serial)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table cards.parcel with row-level security
  id uuid not null
  number text not null
  origin text not null
  territory text not null
  state text not null
  since timestamp with time zone not null
  made_at timestamp with time zone not null
  made_by text not null
  cards integer not null
  carrier text
  seal text
  serials text[] not null
  constraint parcel_number_key UNIQUE (number)
  constraint parcel_pkey PRIMARY KEY (id)
  constraint parcel_state_check CHECK ((state = ANY (ARRAY['packed'::text, 'under_way'::text, 'short'::text, 'received'::text, 'lost'::text])))
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table cards.passage with row-level security
  id bigint not null identity
  serial text not null
  from_state text
  to_state text not null
  at timestamp with time zone not null
  holder text not null
  territory text not null
  place text not null default ''::text
  actor text
  constraint passage_pkey PRIMARY KEY (id)
  constraint passage_serial_fkey FOREIGN KEY (serial) REFERENCES cards.card(serial)
  CREATE INDEX passage_left ON cards.passage USING btree (from_state, id) WHERE (from_state IS NOT NULL)
  CREATE INDEX passage_serial_idx ON cards.passage USING btree (serial)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table cards.signing
  id uuid not null
  made_up_at timestamp with time zone not null
  key_id text not null
  constraint signing_pkey PRIMARY KEY (id)
  granted to ramed_app: INSERT, SELECT

table cards.unmade with row-level security
  registration_number text not null
  fault text not null
  since timestamp with time zone not null
  territory text not null
  constraint unmade_fault_check CHECK ((fault = ANY (ARRAY['issuer'::text, 'number'::text, 'validity'::text, 'birth-year'::text, 'members'::text])))
  constraint unmade_pkey PRIMARY KEY (registration_number)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: DELETE, INSERT, SELECT

table commissions.agenda_item with row-level security
  sitting_id uuid not null
  application_id uuid not null
  position smallint not null
  proposal text not null
  territory text not null
  concordant boolean
  why text
  version integer
  declaration_digest text
  formula text
  formula_digest text
  result_digest text
  constraint agenda_item_pkey PRIMARY KEY (sitting_id, application_id)
  constraint agenda_item_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES commissions.sitting(id)
  constraint agenda_item_sitting_id_position_key UNIQUE (sitting_id, "position")
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.appeal with row-level security
  id uuid not null
  number text not null
  territory text not null
  application_id uuid not null
  sitting_id uuid not null
  criteria text[] not null
  words text not null
  phone text
  language text not null
  state text not null
  since timestamp with time zone not null
  filed_at timestamp with time zone not null
  last_day date not null
  is_late boolean not null
  answer_by date not null
  reason text
  actor text
  channel text not null default 'portal'::text
  taken_by text
  file text
  file_digest text
  outcome text
  decided_on date
  told_on date
  told_by text
  constraint appeal_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'counter'::text])))
  constraint appeal_criteria_check CHECK ((cardinality(criteria) > 0))
  constraint appeal_language_check CHECK ((language = ANY (ARRAY['ar'::text, 'zgh'::text, 'fr'::text, 'en'::text])))
  constraint appeal_number_key UNIQUE (number)
  constraint appeal_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'reformed'::text, 'sent_back'::text])))
  constraint appeal_pkey PRIMARY KEY (id)
  constraint appeal_sitting_id_application_id_fkey FOREIGN KEY (sitting_id, application_id) REFERENCES commissions.decision(sitting_id, application_id)
  constraint appeal_sitting_id_application_id_key UNIQUE (sitting_id, application_id)
  constraint appeal_state_check CHECK ((state = ANY (ARRAY['filed'::text, 'admitted'::text, 'not_admissible'::text, 'scheduled'::text, 'upheld'::text, 'reformed'::text, 'sent_back'::text, 'notified'::text])))
  constraint appeal_told_by_check CHECK ((told_by = ANY (ARRAY['handed'::text, 'posted'::text])))
  CREATE INDEX appeal_application_id_idx ON commissions.appeal USING btree (application_id)
  CREATE INDEX appeal_state_filed_at_idx ON commissions.appeal USING btree (state, filed_at)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.appeal_decision with row-level security
  id uuid not null
  sitting_id uuid not null
  appeal_id uuid not null
  territory text not null
  outcome text not null
  category text
  findings jsonb not null
  words text not null
  asks text
  ruled_at timestamp with time zone not null
  recorded_at timestamp with time zone not null
  actor text not null
  withdrawn_at timestamp with time zone
  withdrawn_by text
  sitting_number text not null
  held_on date not null
  sealed_at timestamp with time zone
  constraint appeal_decision_category_check CHECK ((category = ANY (ARRAY['poor'::text, 'vulnerable'::text])))
  constraint appeal_decision_check CHECK (((outcome = 'reformed'::text) = (category IS NOT NULL)))
  constraint appeal_decision_check1 CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
  constraint appeal_decision_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'reformed'::text, 'sent_back'::text, 'adjourned'::text])))
  constraint appeal_decision_pkey PRIMARY KEY (id)
  constraint appeal_decision_sitting_id_appeal_id_fkey FOREIGN KEY (sitting_id, appeal_id) REFERENCES commissions.appeal_item(sitting_id, appeal_id)
  CREATE INDEX appeal_decision_appeal_id_idx ON commissions.appeal_decision USING btree (appeal_id)
  CREATE UNIQUE INDEX one_standing_decision ON commissions.appeal_decision USING btree (sitting_id, appeal_id) WHERE (withdrawn_at IS NULL)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.appeal_item with row-level security
  sitting_id uuid not null
  appeal_id uuid not null
  territory text not null
  position smallint not null
  constraint appeal_item_appeal_id_fkey FOREIGN KEY (appeal_id) REFERENCES commissions.appeal(id)
  constraint appeal_item_pkey PRIMARY KEY (sitting_id, appeal_id)
  constraint appeal_item_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES commissions.sitting(id)
  constraint appeal_item_sitting_id_position_key UNIQUE (sitting_id, "position")
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.commission with row-level security
  id uuid not null
  kind text not null
  territory text not null
  constraint commission_kind_check CHECK ((kind = ANY (ARRAY['cpl'::text, 'cpp'::text])))
  constraint commission_kind_territory_key UNIQUE (kind, territory)
  constraint commission_pkey PRIMARY KEY (id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.comparison with row-level security
  sitting_id uuid not null
  application_id uuid not null
  territory text not null
  held_on date not null
  proposal text not null
  score_band text not null
  outcome text not null
  reason_code text not null
  against_score boolean not null
  milieu text not null
  sex text not null
  marital_status text not null
  days integer not null
  seconds integer
  in_batch boolean not null
  returned boolean not null default false
  appeal text
  constraint comparison_appeal_check CHECK ((appeal = ANY (ARRAY['upheld'::text, 'reformed'::text, 'sent_back'::text])))
  constraint comparison_pkey PRIMARY KEY (sitting_id, application_id)
  constraint comparison_sitting_id_application_id_fkey FOREIGN KEY (sitting_id, application_id) REFERENCES commissions.decision(sitting_id, application_id)
  CREATE INDEX comparison_held_on_territory_idx ON commissions.comparison USING btree (held_on, territory)
  CREATE INDEX comparison_territory_held_on_idx ON commissions.comparison USING btree (territory, held_on)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.decision with row-level security
  sitting_id uuid not null
  application_id uuid not null
  territory text not null
  outcome text not null
  reason_code text not null
  remark text
  against_score boolean not null
  decided_at timestamp with time zone not null
  actor text not null
  ruling_id uuid
  constraint decision_outcome_check CHECK ((outcome = ANY (ARRAY['poor'::text, 'vulnerable'::text, 'refused'::text, 'adjourned'::text, 'enquiry'::text])))
  constraint decision_pkey PRIMARY KEY (sitting_id, application_id)
  constraint decision_ruling_id_fkey FOREIGN KEY (ruling_id) REFERENCES commissions.ruling(id)
  constraint decision_sitting_id_application_id_fkey FOREIGN KEY (sitting_id, application_id) REFERENCES commissions.agenda_item(sitting_id, application_id)
  CREATE INDEX decision_application_id_idx ON commissions.decision USING btree (application_id)
  CREATE UNIQUE INDEX decision_ruling_id_idx ON commissions.decision USING btree (ruling_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.enquiry with row-level security
  id uuid not null
  application_id uuid not null
  territory text not null
  sitting_id uuid
  question text not null
  points text[] not null
  due_on date not null
  asked_at timestamp with time zone not null
  asked_by text not null
  answered_at timestamp with time zone
  answered_by text
  findings jsonb
  words text
  constraint enquiry_check CHECK ((((answered_at IS NULL) = (answered_by IS NULL)) AND ((answered_at IS NULL) = (findings IS NULL))))
  constraint enquiry_pkey PRIMARY KEY (id)
  constraint enquiry_points_check CHECK ((cardinality(points) > 0))
  constraint enquiry_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES commissions.sitting(id)
  CREATE INDEX enquiry_application_id_asked_at_idx ON commissions.enquiry USING btree (application_id, asked_at)
  CREATE UNIQUE INDEX one_open_enquiry ON commissions.enquiry USING btree (application_id) WHERE (answered_at IS NULL)
  CREATE INDEX open_enquiries ON commissions.enquiry USING btree (territory, due_on) WHERE (answered_at IS NULL)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.looked with row-level security
  sitting_id uuid not null
  application_id uuid not null
  territory text not null
  at timestamp with time zone not null
  actor text not null
  constraint looked_pkey PRIMARY KEY (sitting_id, application_id)
  constraint looked_sitting_id_application_id_fkey FOREIGN KEY (sitting_id, application_id) REFERENCES commissions.agenda_item(sitting_id, application_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.member with row-level security
  id uuid not null
  commission_id uuid not null
  territory text not null
  institution text not null
  seat text not null
  name_fr text not null
  name_ar text not null
  agent_id uuid
  cnie text
  held_from date not null
  held_to date
  actor text not null
  constraint member_commission_id_fkey FOREIGN KEY (commission_id) REFERENCES commissions.commission(id)
  constraint member_institution_check CHECK ((institution = ANY (ARRAY['interior'::text, 'health'::text, 'finance'::text, 'entraide_nationale'::text, 'local_authority'::text])))
  constraint member_pkey PRIMARY KEY (id)
  constraint member_seat_check CHECK ((seat = ANY (ARRAY['chair'::text, 'titular'::text, 'substitute'::text, 'secretary'::text])))
  CREATE INDEX member_agent_id_idx ON commissions.member USING btree (agent_id) WHERE (agent_id IS NOT NULL)
  CREATE INDEX member_commission_id_held_from_idx ON commissions.member USING btree (commission_id, held_from)
  CREATE UNIQUE INDEX one_chair ON commissions.member USING btree (commission_id) WHERE ((seat = 'chair'::text) AND (held_to IS NULL))
  CREATE UNIQUE INDEX one_titular ON commissions.member USING btree (commission_id, institution) WHERE ((seat = 'titular'::text) AND (held_to IS NULL))
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.nation_compared
  by_what text not null
  part text not null
  from_day date not null
  to_day date not null
  counts jsonb not null
  constraint nation_compared_pkey PRIMARY KEY (by_what, part)
  granted to ramed_app: DELETE, INSERT, SELECT

table commissions.presence with row-level security
  sitting_id uuid not null
  member_id uuid not null
  territory text not null
  moved text not null
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null
  actor text not null
  constraint presence_member_id_fkey FOREIGN KEY (member_id) REFERENCES commissions.member(id)
  constraint presence_moved_check CHECK ((moved = ANY (ARRAY['arrived'::text, 'left'::text])))
  constraint presence_pkey PRIMARY KEY (sitting_id, member_id, at)
  constraint presence_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES commissions.sitting(id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.printing with row-level security
  sitting_id uuid not null
  territory text not null
  paper text not null
  language text not null
  bytes_digest text
  form_digest text
  printed_at timestamp with time zone not null
  printed_by text not null
  post text
  constraint printing_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES commissions.sitting(id)
  CREATE INDEX printing_sitting_id_idx ON commissions.printing USING btree (sitting_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.recusal with row-level security
  sitting_id uuid not null
  application_id uuid not null
  member_id uuid not null
  territory text not null
  ground text not null
  words text
  at timestamp with time zone not null
  actor text not null
  constraint recusal_ground_check CHECK ((ground = ANY (ARRAY['own-family'::text, 'declared'::text, 'decided-first'::text])))
  constraint recusal_member_id_fkey FOREIGN KEY (member_id) REFERENCES commissions.member(id)
  constraint recusal_pkey PRIMARY KEY (sitting_id, application_id, member_id)
  constraint recusal_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES commissions.sitting(id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.returned with row-level security
  sitting_id uuid not null
  application_id uuid not null
  territory text not null
  reason text not null
  words text not null
  at timestamp with time zone not null
  actor text not null
  constraint returned_pkey PRIMARY KEY (sitting_id, application_id)
  constraint returned_sitting_id_application_id_fkey FOREIGN KEY (sitting_id, application_id) REFERENCES commissions.decision(sitting_id, application_id)
  CREATE INDEX returned_application_id_idx ON commissions.returned USING btree (application_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.ruling with row-level security
  id uuid not null
  sitting_id uuid not null
  application_id uuid not null
  territory text not null
  sequence smallint not null
  outcome text not null
  reason_code text not null
  remark text
  against_score boolean not null
  batch integer
  shown_at timestamp with time zone
  opinions jsonb not null default '[]'::jsonb
  combined_by text
  enquiry jsonb
  ruled_at timestamp with time zone not null
  recorded_at timestamp with time zone not null
  actor text not null
  withdrawn_at timestamp with time zone
  withdrawn_by text
  seconded_by uuid
  seconded_at timestamp with time zone
  constraint ruling_check CHECK (((withdrawn_at IS NULL) OR (withdrawn_by IS NOT NULL)))
  constraint ruling_outcome_check CHECK ((outcome = ANY (ARRAY['poor'::text, 'vulnerable'::text, 'refused'::text, 'adjourned'::text, 'enquiry'::text])))
  constraint ruling_pkey PRIMARY KEY (id)
  constraint ruling_seconded_by_fkey FOREIGN KEY (seconded_by) REFERENCES commissions.member(id)
  constraint ruling_sitting_id_application_id_fkey FOREIGN KEY (sitting_id, application_id) REFERENCES commissions.agenda_item(sitting_id, application_id)
  constraint ruling_sitting_id_sequence_key UNIQUE (sitting_id, sequence)
  CREATE UNIQUE INDEX one_ruling_stands ON commissions.ruling USING btree (sitting_id, application_id) WHERE (withdrawn_at IS NULL)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.signature with row-level security
  sitting_id uuid not null
  member_id uuid not null
  territory text not null
  minutes_digest text not null
  way text not null
  at timestamp with time zone not null
  actor text not null
  paper_id uuid
  constraint paper_is_kept CHECK (((way = 'paper'::text) = (paper_id IS NOT NULL)))
  constraint signature_member_id_fkey FOREIGN KEY (member_id) REFERENCES commissions.member(id)
  constraint signature_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES commissions.signed_paper(page_id)
  constraint signature_pkey PRIMARY KEY (sitting_id, member_id, minutes_digest)
  constraint signature_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES commissions.sitting(id)
  constraint signature_way_check CHECK ((way = ANY (ARRAY['second-factor'::text, 'paper'::text])))
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.signed_paper with row-level security
  page_id uuid not null
  sitting_id uuid not null
  territory text not null
  minutes_digest text not null
  checksum text not null
  media_type text not null
  at timestamp with time zone not null
  actor text not null
  constraint signed_paper_pkey PRIMARY KEY (page_id)
  constraint signed_paper_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES commissions.sitting(id)
  CREATE INDEX signed_paper_sitting_id_idx ON commissions.signed_paper USING btree (sitting_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.sitting with row-level security
  id uuid not null
  commission_id uuid not null
  number text not null
  territory text not null
  held_on date not null
  state text not null
  convened_at timestamp with time zone not null
  opened_at timestamp with time zone
  sealed_at timestamp with time zone
  validated_at timestamp with time zone
  minutes_digest text
  minutes text
  rehearsal boolean not null default false
  starts_at text
  place_fr text
  place_ar text
  constraint sitting_commission_id_fkey FOREIGN KEY (commission_id) REFERENCES commissions.commission(id)
  constraint sitting_number_key UNIQUE (number)
  constraint sitting_pkey PRIMARY KEY (id)
  constraint sitting_starts_at_check CHECK ((starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'::text))
  constraint sitting_state_check CHECK ((state = ANY (ARRAY['convened'::text, 'agenda_frozen'::text, 'open'::text, 'sealed'::text, 'validated'::text])))
  CREATE UNIQUE INDEX one_sitting_an_hour ON commissions.sitting USING btree (commission_id, held_on, starts_at) WHERE (starts_at IS NOT NULL)
  CREATE INDEX sitting_commission_id_state_idx ON commissions.sitting USING btree (commission_id, state)
  CREATE INDEX sitting_held_on_idx ON commissions.sitting USING btree (held_on)
  CREATE INDEX sitting_minutes_digest_idx ON commissions.sitting USING btree (minutes_digest)
  CREATE INDEX sitting_sealed_at_idx ON commissions.sitting USING btree (sealed_at) WHERE (sealed_at IS NOT NULL)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table commissions.written_opinion with row-level security
  sitting_id uuid not null
  application_id uuid not null
  institution text not null
  territory text not null
  outcome text not null
  words text not null
  received_on date not null
  at timestamp with time zone not null
  actor text not null
  constraint written_opinion_institution_check CHECK ((institution = ANY (ARRAY['interior'::text, 'health'::text, 'finance'::text, 'entraide_nationale'::text, 'local_authority'::text])))
  constraint written_opinion_outcome_check CHECK ((outcome = ANY (ARRAY['poor'::text, 'vulnerable'::text, 'refused'::text, 'adjourned'::text, 'enquiry'::text])))
  constraint written_opinion_pkey PRIMARY KEY (sitting_id, application_id, institution)
  constraint written_opinion_sitting_id_application_id_fkey FOREIGN KEY (sitting_id, application_id) REFERENCES commissions.agenda_item(sitting_id, application_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table complaints.complaint with row-level security
  id uuid not null
  number text not null
  territory text not null
  application_id uuid
  application_number text
  subject text not null
  channel text not null
  language text not null
  words text not null
  phone text
  code_seal text not null
  state text not null
  since timestamp with time zone not null
  received_at timestamp with time zone not null
  answer_by date not null
  answer text
  answered_by text
  constraint complaint_channel_check CHECK ((channel = 'portal'::text))
  constraint complaint_check CHECK (((application_id IS NULL) = (application_number IS NULL)))
  constraint complaint_check1 CHECK (((state = 'answered'::text) = (answer IS NOT NULL)))
  constraint complaint_language_check CHECK ((language = ANY (ARRAY['ar'::text, 'zgh'::text, 'fr'::text, 'en'::text])))
  constraint complaint_number_key UNIQUE (number)
  constraint complaint_pkey PRIMARY KEY (id)
  constraint complaint_state_check CHECK ((state = ANY (ARRAY['received'::text, 'answered'::text])))
  CREATE INDEX complaint_application_id_idx ON complaints.complaint USING btree (application_id) WHERE (application_id IS NOT NULL)
  CREATE INDEX complaint_state_answer_by_idx ON complaints.complaint USING btree (state, answer_by)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table complaints.page_opinion
  id uuid not null
  page text not null
  language text not null
  given_on date not null
  is_helpful boolean not null
  words text not null default ''::text
  constraint page_opinion_language_check CHECK ((language = ANY (ARRAY['ar'::text, 'zgh'::text, 'fr'::text, 'en'::text])))
  constraint page_opinion_pkey PRIMARY KEY (id)
  CREATE INDEX page_opinion_page_given_on_idx ON complaints.page_opinion USING btree (page, given_on)
  granted to ramed_app: INSERT, SELECT

table contributions.due with row-level security
  notice text not null
  registration_number text not null
  year_of_right smallint not null
  persons smallint not null
  amount_centimes integer not null
  state text not null
  assessed_on date not null
  territory text not null
  payable_until date
  credited_year smallint
  constraint due_amount_centimes_check CHECK ((amount_centimes >= 0))
  constraint due_credited_year_check CHECK ((credited_year > 0))
  constraint due_pkey PRIMARY KEY (notice)
  constraint due_state_check CHECK ((state = ANY (ARRAY['assessed'::text, 'notified'::text, 'paid'::text, 'waived'::text, 'overdue'::text, 'lapsed'::text])))
  CREATE INDEX due_registration_number_idx ON contributions.due USING btree (registration_number)
  CREATE UNIQUE INDEX due_registration_number_year_of_right_idx ON contributions.due USING btree (registration_number, year_of_right) WHERE (state <> 'waived'::text)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table contributions.payment with row-level security
  id text not null
  notice text not null
  amount_centimes integer not null
  paid_at timestamp with time zone not null
  branch text not null
  state text not null
  territory text not null
  constraint payment_pkey PRIMARY KEY (id)
  constraint payment_state_check CHECK ((state = ANY (ARRAY['recorded'::text, 'reconciled'::text, 'unmatched'::text, 'matched'::text, 'cancelled'::text, 'refunded'::text])))
  CREATE INDEX payment_notice_idx ON contributions.payment USING btree (notice)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table coverage.case_evidence with row-level security
  case_id uuid not null
  period_id uuid not null
  source_id smallint
  member text
  list_id uuid
  envelope_id uuid
  basis text not null
  likeness double precision
  fields jsonb not null
  known_at timestamp with time zone not null
  territory text not null
  constraint case_evidence_basis_check CHECK ((basis = ANY (ARRAY['card'::text, 'names'::text])))
  constraint case_evidence_case_id_fkey FOREIGN KEY (case_id) REFERENCES coverage.cover_case(id)
  constraint case_evidence_period_id_fkey FOREIGN KEY (period_id) REFERENCES coverage.period(id)
  constraint case_evidence_pkey PRIMARY KEY (case_id, period_id)
  constraint case_evidence_source_id_fkey FOREIGN KEY (source_id) REFERENCES coverage.source(id)
  CREATE INDEX case_evidence_source_id_member_idx ON coverage.case_evidence USING btree (source_id, member) WHERE (source_id IS NOT NULL)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table coverage.case_step with row-level security
  id uuid not null
  case_id uuid not null
  passage text not null
  hand text not null
  taken_at timestamp with time zone not null
  reason text
  words text
  day date
  territory text not null
  constraint case_step_case_id_fkey FOREIGN KEY (case_id) REFERENCES coverage.cover_case(id)
  constraint case_step_pkey PRIMARY KEY (id)
  CREATE INDEX case_step_case_id_taken_at_idx ON coverage.case_step USING btree (case_id, taken_at)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table coverage.control with row-level security
  request_id uuid not null
  territory text not null
  state text not null
  asked_at timestamp with time zone not null
  answered_at timestamp with time zone
  envelope_id uuid
  household_id uuid
  lists_known integer
  constraint control_pkey PRIMARY KEY (request_id)
  constraint control_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'clear'::text, 'overlap'::text])))
  CREATE INDEX control_asked_at_idx ON coverage.control USING btree (asked_at) WHERE (state = 'waiting'::text)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table coverage.cover_case with row-level security
  id uuid not null
  request_id uuid not null
  person_id uuid not null
  state text not null
  opened_at timestamp with time zone not null
  territory text not null
  scheme text not null
  from_day date not null
  to_day date not null
  card text
  family smallint not null default 1
  found_by text not null
  basis text not null default 'card'::text
  answer_until date
  answer text
  contest_until date
  confirmed_by text
  stands text
  stands_from date
  since timestamp with time zone not null
  constraint cover_case_answer_check CHECK ((answer = ANY (ARRAY['accepts'::text, 'contests'::text])))
  constraint cover_case_basis_check CHECK ((basis = ANY (ARRAY['card'::text, 'names'::text])))
  constraint cover_case_check CHECK ((from_day <= to_day))
  constraint cover_case_check1 CHECK (((state = 'settled'::text) = (stands IS NOT NULL)))
  constraint cover_case_found_by_check CHECK ((found_by = ANY (ARRAY['registration'::text, 'list'::text, 'rights'::text, 'sweep'::text, 'merge'::text])))
  constraint cover_case_pkey PRIMARY KEY (id)
  constraint cover_case_request_id_person_id_scheme_from_day_key UNIQUE (request_id, person_id, scheme, from_day)
  constraint cover_case_stands_check CHECK ((stands = ANY (ARRAY['ramed'::text, 'other'::text])))
  constraint cover_case_state_check CHECK ((state = ANY (ARRAY['suspected'::text, 'to_review'::text, 'confirmed'::text, 'dismissed'::text, 'contested'::text, 'settled'::text])))
  CREATE INDEX cover_case_card_idx ON coverage.cover_case USING btree (card) WHERE ((card IS NOT NULL) AND (state = ANY (ARRAY['suspected'::text, 'to_review'::text, 'confirmed'::text, 'contested'::text])))
  CREATE INDEX cover_case_state_since_idx ON coverage.cover_case USING btree (state, since)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table coverage.joined_card with row-level security
  request_id uuid not null
  person_id uuid not null
  card text not null
  since timestamp with time zone not null
  until timestamp with time zone not null default 'infinity'::timestamp with time zone
  territory text not null
  constraint joined_card_check CHECK ((since < until))
  constraint joined_card_pkey PRIMARY KEY (request_id, person_id, since)
  constraint joined_card_request_id_person_id_fkey FOREIGN KEY (request_id, person_id) REFERENCES coverage.ramed_member(request_id, person_id)
  CREATE INDEX joined_card_card_idx ON coverage.joined_card USING btree (card) WHERE (until = 'infinity'::timestamp with time zone)
  CREATE UNIQUE INDEX joined_card_request_id_person_id_idx ON coverage.joined_card USING btree (request_id, person_id) WHERE (until = 'infinity'::timestamp with time zone)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table coverage.list with row-level security
  id uuid not null
  source_id smallint not null
  partner text not null
  kind text not null
  reference text not null
  stands_on date not null
  lines_told integer not null
  file_digest text not null
  file_path text not null
  format text not null
  state text not null
  next_ordinal integer not null default 1
  accepted integer not null default 0
  refused integer not null default 0
  held_for text
  fault jsonb
  standing integer
  ending integer
  superseded integer
  written integer
  received_at timestamp with time zone not null
  known_at timestamp with time zone
  territory text not null
  constraint list_file_digest_key UNIQUE (file_digest)
  constraint list_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xml'::text, 'ndjson'::text])))
  constraint list_held_for_check CHECK ((held_for = ANY (ARRAY['ends-too-many'::text, 'members-unreadable'::text])))
  constraint list_kind_check CHECK ((kind = ANY (ARRAY['full'::text, 'changes'::text])))
  constraint list_pkey PRIMARY KEY (id)
  constraint list_source_id_fkey FOREIGN KEY (source_id) REFERENCES coverage.source(id)
  constraint list_source_id_reference_key UNIQUE (source_id, reference)
  constraint list_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'held'::text, 'applied'::text, 'unreadable'::text, 'refused'::text, 'set_aside'::text])))
  CREATE INDEX list_received_at_idx ON coverage.list USING btree (received_at DESC)
  CREATE INDEX list_received_at_idx1 ON coverage.list USING btree (received_at) WHERE (state = 'held'::text)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table coverage.list_line with row-level security
  list_id uuid not null
  ordinal integer not null
  line integer not null
  member text not null
  held_as text
  card text
  birth_date date
  from_day date not null
  to_day date not null
  territory text not null
  family text
  given text
  sex text
  name_pairs integer[]
  CREATE INDEX list_line_list_id_member_idx ON coverage.list_line USING btree (list_id, member)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: DELETE, INSERT, SELECT

table coverage.named_member with row-level security
  source_id smallint not null
  member text not null
  family text not null
  given text not null
  sex text
  birth_date date not null
  told_at timestamp with time zone not null
  territory text not null
  bears_card boolean not null default false
  name_pairs integer[]
  born date generated as coverage.born(birth_date)
  constraint named_member_pkey PRIMARY KEY (source_id, member)
  constraint named_member_sex_check CHECK ((sex = ANY (ARRAY['F'::text, 'M'::text])))
  constraint named_member_source_id_fkey FOREIGN KEY (source_id) REFERENCES coverage.source(id)
  CREATE INDEX named_member_born_bears_card_idx ON coverage.named_member USING btree (born, bears_card)
  CREATE INDEX named_member_source_id_member_idx ON coverage.named_member USING btree (source_id, member) WHERE (name_pairs IS NULL)
  CREATE INDEX named_member_source_id_told_at_idx ON coverage.named_member USING btree (source_id, told_at)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: DELETE, INSERT, SELECT, UPDATE

table coverage.newcomer_control with row-level security
  event_id uuid not null
  state text not null
  covers jsonb not null
  asked_at timestamp with time zone not null
  answered_at timestamp with time zone
  envelope_id uuid
  territory text not null
  constraint newcomer_control_check CHECK (((state = 'waiting'::text) = (answered_at IS NULL)))
  constraint newcomer_control_pkey PRIMARY KEY (event_id)
  constraint newcomer_control_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'clear'::text, 'overlap'::text])))
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table coverage.period with row-level security
  id uuid not null
  person_id uuid not null
  scheme text not null
  held_as text not null
  from_day date not null
  to_day date
  source text not null
  learnt_at timestamp with time zone not null
  territory text not null
  constraint period_held_as_check CHECK ((held_as = ANY (ARRAY['insured'::text, 'dependant'::text])))
  constraint period_person_id_scheme_from_day_source_key UNIQUE (person_id, scheme, from_day, source)
  constraint period_pkey PRIMARY KEY (id)
  CREATE INDEX period_person_id_idx ON coverage.period USING btree (person_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table coverage.ramed_member with row-level security
  request_id uuid not null
  person_id uuid not null
  card text
  territory text not null
  birth_date date
  name_pairs integer[]
  born date generated as coverage.born(birth_date)
  constraint ramed_member_pkey PRIMARY KEY (request_id, person_id)
  CREATE INDEX ramed_member_born_idx ON coverage.ramed_member USING btree (born)
  CREATE INDEX ramed_member_card_request_id_person_id_idx ON coverage.ramed_member USING btree (card, request_id, person_id) WHERE (card IS NOT NULL)
  CREATE INDEX ramed_member_person_id_idx ON coverage.ramed_member USING btree (person_id)
  CREATE INDEX ramed_member_person_id_idx1 ON coverage.ramed_member USING btree (person_id) WHERE (name_pairs IS NULL)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table coverage.refused_line with row-level security
  list_id uuid not null
  ordinal integer not null
  line integer not null
  member text
  place text not null
  rule text not null
  territory text not null
  constraint refused_line_list_id_fkey FOREIGN KEY (list_id) REFERENCES coverage.list(id)
  constraint refused_line_pkey PRIMARY KEY (list_id, ordinal)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table coverage.source
  id smallint not null identity
  organism text not null
  scheme text not null
  last_day date
  last_full_day date
  told_at timestamp with time zone
  constraint source_organism_scheme_key UNIQUE (organism, scheme)
  constraint source_pkey PRIMARY KEY (id)
  constraint source_scheme_check CHECK ((scheme = ANY (ARRAY['cnss'::text, 'cnops'::text, 'students'::text, 'art114'::text, 'ramed'::text])))
  granted to ramed_app: INSERT, SELECT

table coverage.sweep
  id uuid not null
  step text not null
  source_id smallint
  told_at timestamp with time zone
  reached text not null
  began_at timestamp with time zone not null
  ended_at timestamp with time zone
  cards bigint not null default 0
  compared bigint not null default 0
  cases integer not null default 0
  moved_at timestamp with time zone
  constraint sweep_pkey PRIMARY KEY (id)
  constraint sweep_source_id_fkey FOREIGN KEY (source_id) REFERENCES coverage.source(id)
  constraint sweep_step_check CHECK ((step = ANY (ARRAY['cards'::text, 'names'::text, 'ended'::text])))
  CREATE UNIQUE INDEX one_sweep_at_a_time ON coverage.sweep USING btree ((true)) WHERE ((step <> 'ended'::text) AND (source_id IS NULL))
  granted to ramed_app: INSERT, SELECT, UPDATE

table coverage.told_cover with row-level security
  source_id smallint not null
  member text not null
  from_day date not null
  to_day date not null
  held_as text
  card text
  birth_date date
  stands_at timestamp with time zone not null
  list_id uuid
  known_from timestamp with time zone not null
  known_to timestamp with time zone not null default 'infinity'::timestamp with time zone
  territory text not null
  constraint told_cover_check CHECK ((from_day <= to_day))
  constraint told_cover_check1 CHECK ((known_from < known_to))
  constraint told_cover_held_as_check CHECK ((held_as = ANY (ARRAY['insured'::text, 'dependant'::text])))
  constraint told_cover_pkey PRIMARY KEY (source_id, member, from_day, known_from)
  constraint told_cover_source_id_fkey FOREIGN KEY (source_id) REFERENCES coverage.source(id)
  CREATE INDEX told_cover_card_idx ON coverage.told_cover USING btree (card) WHERE (card IS NOT NULL)
  CREATE INDEX told_cover_known_from_idx ON coverage.told_cover USING brin (known_from)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table documents.page with row-level security
  id uuid not null
  owner text not null
  kind text not null
  territory text not null
  checksum text not null
  media_type text not null
  bytes integer not null
  sheets integer not null
  scan text not null
  kept_at timestamp with time zone not null
  scanned_at timestamp with time zone
  handed_over_at timestamp with time zone
  added_by text
  taken_back_at timestamp with time zone
  taken_back_by text
  taken_back_reason text
  taken_back_note text
  constraint page_checksum_check CHECK ((checksum ~ '^[0-9a-f]{64}$'::text))
  constraint page_owner_kind_checksum_key UNIQUE (owner, kind, checksum)
  constraint page_pkey PRIMARY KEY (id)
  constraint page_scan_check CHECK ((scan = ANY (ARRAY['to-be-scanned'::text, 'clean'::text, 'infected'::text])))
  constraint taken_back_whole CHECK ((((taken_back_at IS NULL) = (taken_back_by IS NULL)) AND ((taken_back_at IS NULL) = (taken_back_reason IS NULL))))
  CREATE INDEX page_checksum_idx ON documents.page USING btree (checksum)
  CREATE INDEX page_kept_at_idx ON documents.page USING btree (kept_at)
  CREATE INDEX pages_to_scan ON documents.page USING btree (kept_at) WHERE (scan = 'to-be-scanned'::text)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: DELETE, INSERT, SELECT

table documents.promised_paper with row-level security
  owner text not null
  kind text not null
  territory text not null
  promised_at timestamp with time zone not null
  constraint promised_paper_pkey PRIMARY KEY (owner, kind)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: DELETE, INSERT, SELECT

table entitlements.beneficiary with row-level security
  registration_number text not null
  person_id uuid not null
  ref smallint not null
  entitled_by text not null
  territory text not null
  id uuid not null
  from_day date not null
  to_day date
  begun_by text not null
  ends_by text
  known_from timestamp with time zone not null
  known_to timestamp with time zone
  noted text
  event_id uuid
  case_id uuid
  constraint beneficiary_check CHECK ((from_day <= (to_day + 1)))
  constraint beneficiary_check1 CHECK (((to_day IS NULL) = (ends_by IS NULL)))
  constraint beneficiary_event_id_fkey FOREIGN KEY (event_id) REFERENCES entitlements.life_event(id)
  constraint beneficiary_noted_check CHECK ((noted = ANY (ARRAY['foreseen'::text, 'ended'::text])))
  constraint beneficiary_pkey PRIMARY KEY (id)
  constraint beneficiary_registration_number_fkey FOREIGN KEY (registration_number) REFERENCES entitlements.registration(number)
  constraint known_in_order CHECK ((known_to >= known_from)) NOT VALID
  CREATE INDEX beneficiary_case_id_idx ON entitlements.beneficiary USING btree (case_id) WHERE ((case_id IS NOT NULL) AND (known_to IS NULL))
  CREATE INDEX beneficiary_person_id_idx ON entitlements.beneficiary USING btree (person_id)
  CREATE INDEX beneficiary_registration_number_known_from_idx ON entitlements.beneficiary USING btree (registration_number, known_from)
  CREATE UNIQUE INDEX beneficiary_registration_number_person_id_from_day_idx ON entitlements.beneficiary USING btree (registration_number, person_id, from_day) WHERE (known_to IS NULL)
  CREATE INDEX beneficiary_to_day_idx ON entitlements.beneficiary USING btree (to_day) WHERE ((known_to IS NULL) AND (to_day IS NOT NULL) AND (noted IS DISTINCT FROM 'ended'::text))
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table entitlements.life_event with row-level security
  id uuid not null
  registration_number text not null
  kind text not null
  person_id uuid
  happened_on date not null
  stated jsonb not null
  proof_kind text not null
  proof_number text not null
  reported_by text not null
  reporter text not null
  reported_at timestamp with time zone not null
  state text not null
  settled_at timestamp with time zone
  settled_by text
  reason text
  territory text not null
  with_event uuid
  constraint life_event_check CHECK (((state = 'reported'::text) = (settled_at IS NULL)))
  constraint life_event_check1 CHECK (((reported_by = 'agency'::text) = (with_event IS NOT NULL)))
  constraint life_event_kind_check CHECK ((kind = ANY (ARRAY['birth'::text, 'marriage'::text, 'death'::text, 'divorce'::text, 'child-marriage'::text, 'departure'::text, 'studies'::text, 'disability'::text, 'cover-begun'::text, 'cover-ended'::text, 'correction'::text, 'move'::text])))
  constraint life_event_pkey PRIMARY KEY (id)
  constraint life_event_registration_number_fkey FOREIGN KEY (registration_number) REFERENCES entitlements.registration(number)
  constraint life_event_reported_by_check CHECK ((reported_by = ANY (ARRAY['family'::text, 'counter'::text, 'register'::text, 'agency'::text])))
  constraint life_event_state_check CHECK ((state = ANY (ARRAY['reported'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text, 'undone'::text])))
  constraint life_event_with_event_fkey FOREIGN KEY (with_event) REFERENCES entitlements.life_event(id)
  CREATE INDEX life_event_registration_number_reported_at_idx ON entitlements.life_event USING btree (registration_number, reported_at)
  CREATE INDEX life_event_reported_at_id_idx ON entitlements.life_event USING btree (reported_at, id) WHERE (state = 'reported'::text)
  CREATE INDEX life_event_with_event_idx ON entitlements.life_event USING btree (with_event) WHERE (with_event IS NOT NULL)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table entitlements.registration with row-level security
  number text not null
  request_id uuid not null
  household_id uuid not null
  category text not null
  registered_on date not null
  territory text not null
  years_before smallint not null default 0
  constraint registration_category_check CHECK ((category = ANY (ARRAY['poor'::text, 'vulnerable'::text])))
  constraint registration_pkey PRIMARY KEY (number)
  constraint registration_request_id_key UNIQUE (request_id)
  constraint registration_years_before_check CHECK ((years_before >= 0))
  CREATE INDEX registration_registered_on_idx ON entitlements.registration USING btree (registered_on)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table entitlements.registration_list with row-level security
  id uuid not null
  sender text not null
  province text not null
  reference text not null
  from_day date not null
  to_day date not null
  families_told integer not null
  file_digest text not null
  file_path text not null
  format text not null
  state text not null
  next_ordinal integer not null default 1
  fault jsonb
  received_at timestamp with time zone not null
  received_by text not null
  ended_at timestamp with time zone
  territory text not null
  constraint registration_list_file_digest_key UNIQUE (file_digest)
  constraint registration_list_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xml'::text])))
  constraint registration_list_pkey PRIMARY KEY (id)
  constraint registration_list_sender_reference_key UNIQUE (sender, reference)
  constraint registration_list_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'ended'::text, 'unreadable'::text])))
  CREATE INDEX registration_list_received_at_idx ON entitlements.registration_list USING btree (received_at DESC)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table entitlements.registration_record with row-level security
  list_id uuid not null
  ordinal integer not null
  line integer not null
  request_number text
  request_id uuid
  result text not null
  code text
  place text not null
  territory text not null
  constraint registration_record_list_id_fkey FOREIGN KEY (list_id) REFERENCES entitlements.registration_list(id)
  constraint registration_record_pkey PRIMARY KEY (list_id, ordinal)
  constraint registration_record_result_check CHECK ((result = ANY (ARRAY['registered'::text, 'waiting'::text, 'held'::text, 'rejected'::text, 'unreadable'::text])))
  CREATE INDEX registration_record_request_id_idx ON entitlements.registration_record USING btree (request_id) WHERE (request_id IS NOT NULL)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table entitlements.registration_until with row-level security
  registration_number text not null
  known_to timestamp with time zone not null
  request_id uuid not null
  category text not null
  registered_on date not null
  territory text not null
  constraint registration_until_pkey PRIMARY KEY (registration_number, known_to)
  constraint registration_until_registration_number_fkey FOREIGN KEY (registration_number) REFERENCES entitlements.registration(number)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table entitlements.rejection with row-level security
  id uuid not null
  request_id uuid not null
  code text not null
  place text not null
  note text
  list_id uuid
  at timestamp with time zone not null
  actor text not null
  territory text not null
  constraint rejection_list_id_fkey FOREIGN KEY (list_id) REFERENCES entitlements.registration_list(id)
  constraint rejection_pkey PRIMARY KEY (id)
  CREATE INDEX rejection_request_id_at_idx ON entitlements.rejection USING btree (request_id, at DESC)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table entitlements.renewal with row-level security
  request_id uuid not null
  registration_number text not null
  previous_request uuid not null
  asked_on date not null
  registered_on date
  category text
  household_id uuid
  from_day date
  begun_on date
  territory text not null
  constraint renewal_category_check CHECK ((category = ANY (ARRAY['poor'::text, 'vulnerable'::text])))
  constraint renewal_check CHECK ((((registered_on IS NULL) = (from_day IS NULL)) AND ((registered_on IS NULL) = (category IS NULL))))
  constraint renewal_check1 CHECK (((begun_on IS NULL) OR (from_day <= begun_on)))
  constraint renewal_pkey PRIMARY KEY (request_id)
  constraint renewal_registration_number_fkey FOREIGN KEY (registration_number) REFERENCES entitlements.registration(number)
  CREATE INDEX renewal_asked ON entitlements.renewal USING btree (asked_on, request_id) WHERE (from_day IS NULL)
  CREATE INDEX renewal_from_day_idx ON entitlements.renewal USING btree (from_day) WHERE ((from_day IS NOT NULL) AND (begun_on IS NULL))
  CREATE INDEX renewal_previous_request_idx ON entitlements.renewal USING btree (previous_request)
  CREATE INDEX renewal_registration_number_idx ON entitlements.renewal USING btree (registration_number)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table entitlements.renewal_call with row-level security
  registration_number text not null
  term date not null
  call_on date not null
  is_planned boolean not null
  called_at timestamp with time zone
  reminded_at timestamp with time zone
  territory text not null
  constraint renewal_call_check CHECK ((call_on <= term))
  constraint renewal_call_pkey PRIMARY KEY (registration_number)
  constraint renewal_call_registration_number_fkey FOREIGN KEY (registration_number) REFERENCES entitlements.registration(number)
  CREATE INDEX renewal_call_call_on_idx ON entitlements.renewal_call USING btree (call_on) WHERE (called_at IS NULL)
  CREATE INDEX renewal_call_term_idx ON entitlements.renewal_call USING btree (term) WHERE ((called_at IS NOT NULL) AND (reminded_at IS NULL))
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: DELETE, INSERT, SELECT

table entitlements.right_period with row-level security
  id uuid not null
  registration_number text not null
  state text not null
  from_day date not null
  to_day date not null
  reason text not null
  known_from timestamp with time zone not null
  known_to timestamp with time zone
  territory text not null
  beneath text
  constraint known_in_order CHECK ((known_to >= known_from)) NOT VALID
  constraint right_period_beneath_check CHECK ((beneath = ANY (ARRAY['pending_payment'::text, 'open'::text])))
  constraint right_period_check CHECK ((from_day <= to_day))
  constraint right_period_pkey PRIMARY KEY (id)
  constraint right_period_registration_number_fkey FOREIGN KEY (registration_number) REFERENCES entitlements.registration(number)
  constraint right_period_state_check CHECK ((state = ANY (ARRAY['provisional'::text, 'pending_payment'::text, 'open'::text, 'suspended'::text, 'closed'::text])))
  CREATE INDEX right_period_registration_number_idx ON entitlements.right_period USING btree (registration_number) WHERE (known_to IS NULL)
  CREATE INDEX right_period_registration_number_known_from_idx ON entitlements.right_period USING btree (registration_number, known_from)
  CREATE INDEX right_period_to_day_idx ON entitlements.right_period USING btree (to_day) WHERE ((known_to IS NULL) AND (state = ANY (ARRAY['open'::text, 'pending_payment'::text, 'suspended'::text])))
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table entitlements.two_families with row-level security
  id uuid not null
  one_registration text not null
  one_person uuid not null
  other_registration text not null
  other_person uuid not null
  found_by text not null
  state text not null default 'open'::text
  opened_at timestamp with time zone not null
  settled_at timestamp with time zone
  settled_by text
  kept text
  event_id uuid
  reason text
  note text
  territory text not null
  constraint two_families_check CHECK ((one_registration < other_registration))
  constraint two_families_check1 CHECK (((state = 'open'::text) = (settled_at IS NULL)))
  constraint two_families_check2 CHECK (((state = 'settled'::text) = (kept IS NOT NULL)))
  constraint two_families_check3 CHECK (((kept = one_registration) OR (kept = other_registration)))
  constraint two_families_event_id_fkey FOREIGN KEY (event_id) REFERENCES entitlements.life_event(id)
  constraint two_families_found_by_check CHECK ((found_by = ANY (ARRAY['merge'::text, 'card'::text])))
  constraint two_families_one_registration_fkey FOREIGN KEY (one_registration) REFERENCES entitlements.registration(number)
  constraint two_families_other_registration_fkey FOREIGN KEY (other_registration) REFERENCES entitlements.registration(number)
  constraint two_families_pkey PRIMARY KEY (id)
  constraint two_families_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text, 'lapsed'::text])))
  CREATE UNIQUE INDEX one_open_case ON entitlements.two_families USING btree (one_registration, one_person, other_registration, other_person) WHERE (state = 'open'::text)
  CREATE INDEX two_families_one_person_idx ON entitlements.two_families USING btree (one_person)
  CREATE INDEX two_families_other_person_idx ON entitlements.two_families USING btree (other_person)
  CREATE INDEX two_families_state_opened_at_idx ON entitlements.two_families USING btree (state, opened_at)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table exchange.agreement
  id uuid not null
  partner text not null
  name_fr text not null
  name_ar text not null
  purpose_fr text not null
  purpose_ar text not null
  legal_basis text not null
  legal_status text not null
  may_ask_by text[] not null
  fields text[] not null
  per_minute integer not null
  from_day date not null
  to_day date
  made_at timestamp with time zone not null
  made_by text not null
  ended_at timestamp with time zone
  ended_for text
  constraint agreement_check CHECK ((from_day <= to_day))
  constraint agreement_legal_status_check CHECK ((legal_status = ANY (ARRAY['official'::text, 'unverified'::text, 'illustrative'::text])))
  constraint agreement_partner_check CHECK ((partner ~ '^[a-z][a-z0-9-]{1,39}$'::text))
  constraint agreement_per_minute_check CHECK ((per_minute > 0))
  constraint agreement_pkey PRIMARY KEY (id)
  CREATE INDEX agreement_partner_from_day_idx ON exchange.agreement USING btree (partner, from_day DESC)
  granted to ramed_app: INSERT, SELECT

table exchange.agreement_key
  digest text not null
  agreement_id uuid not null
  made_at timestamp with time zone not null
  made_by text not null
  until timestamp with time zone
  constraint agreement_key_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES exchange.agreement(id)
  constraint agreement_key_digest_check1 CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
  constraint agreement_key_pkey PRIMARY KEY (digest)
  CREATE UNIQUE INDEX agreement_key_agreement_id_idx ON exchange.agreement_key USING btree (agreement_id) WHERE (until IS NULL)
  CREATE INDEX agreement_key_agreement_id_made_at_idx ON exchange.agreement_key USING btree (agreement_id, made_at)
  granted to ramed_app: INSERT, SELECT

table exchange.envelope
  id uuid not null
  partner text not null
  direction text not null
  subject text not null
  state text not null
  items integer not null
  first_tried_at timestamp with time zone not null
  closed_at timestamp with time zone
  acknowledgement text
  failure text
  body_digest text
  source_date timestamp with time zone
  constraint envelope_direction_check CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text])))
  constraint envelope_pkey PRIMARY KEY (id)
  CREATE INDEX envelope_partner_state_idx ON exchange.envelope USING btree (partner, state)
  CREATE INDEX last_answers ON exchange.envelope USING btree (partner, closed_at DESC) INCLUDE (source_date) WHERE (state = 'acknowledged'::text)
  CREATE INDEX open_questions ON exchange.envelope USING btree (partner, first_tried_at) WHERE (closed_at IS NULL)
  granted to ramed_app: INSERT, SELECT

table notices.code_sent
  id uuid not null
  digest text not null
  at timestamp with time zone not null
  constraint code_sent_pkey PRIMARY KEY (id)
  CREATE INDEX code_sent_at_idx ON notices.code_sent USING btree (at)
  CREATE INDEX code_sent_digest_at_idx ON notices.code_sent USING btree (digest, at)
  granted to ramed_app: DELETE, INSERT, SELECT

table notices.message with row-level security
  id uuid not null
  application_id uuid not null
  territory text not null
  event text not null
  template text not null
  channel text not null
  address text
  language text not null
  body text
  segments integer not null
  state text not null
  since timestamp with time zone not null
  made_at timestamp with time zone not null
  attempts integer not null default 0
  reason text
  reference text
  constraint message_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'mail'::text])))
  constraint message_check CHECK (((state <> 'waiting'::text) OR ((address IS NOT NULL) AND (body IS NOT NULL))))
  constraint message_event_application_id_template_key UNIQUE (event, application_id, template)
  constraint message_language_check CHECK ((language = ANY (ARRAY['ar'::text, 'zgh'::text, 'fr'::text, 'en'::text])))
  constraint message_pkey PRIMARY KEY (id)
  constraint message_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'delivered'::text, 'refused'::text, 'bounced'::text, 'given_up'::text, 'withdrawn'::text])))
  CREATE INDEX message_application_id_made_at_idx ON notices.message USING btree (application_id, made_at)
  CREATE INDEX message_state_made_at_idx ON notices.message USING btree (state, made_at)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table notices.proof with row-level security
  application_id uuid not null
  territory text not null
  application_number text not null
  channel text not null
  address text not null
  language text not null
  code_digest text not null
  expires_at timestamp with time zone not null
  tries_left integer not null
  constraint proof_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'mail'::text])))
  constraint proof_language_check CHECK ((language = ANY (ARRAY['ar'::text, 'zgh'::text, 'fr'::text, 'en'::text])))
  constraint proof_pkey PRIMARY KEY (application_id)
  constraint proof_tries_left_check CHECK ((tries_left >= 0))
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: DELETE, INSERT, SELECT, UPDATE

table notices.recipient with row-level security
  application_id uuid not null
  territory text not null
  application_number text not null
  channel text not null
  address text not null
  language text not null
  proven_at timestamp with time zone not null
  stop_digest text not null
  constraint recipient_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'mail'::text])))
  constraint recipient_language_check CHECK ((language = ANY (ARRAY['ar'::text, 'zgh'::text, 'fr'::text, 'en'::text])))
  constraint recipient_pkey PRIMARY KEY (application_id)
  constraint recipient_stop_digest_key UNIQUE (stop_digest)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: DELETE, INSERT, SELECT, UPDATE

table platform.deed with row-level security
  key text not null
  action text not null
  actor text not null
  input_digest text not null
  output json
  done_at timestamp with time zone not null
  constraint deed_pkey PRIMARY KEY (key)
  policy claimed_by_deeds for INSERT to ramed_app using - check (output IS NULL)
  policy read_by_key for SELECT to ramed_app using true check -
  policy told_once for UPDATE to ramed_app using (output IS NULL) check true
  granted to ramed_app: INSERT, SELECT

table platform.event
  id uuid not null
  name text not null
  payload jsonb not null
  deed text not null
  happened_at timestamp with time zone not null
  constraint event_pkey PRIMARY KEY (id)
  granted to ramed_app: INSERT, SELECT

table public.migration
  name text not null
  digest text not null
  applied_at timestamp with time zone not null default now()
  constraint migration_pkey PRIMARY KEY (name)

table registry.crowded_key
  key integer not null
  constraint crowded_key_pkey PRIMARY KEY (key)
  granted to ramed_app: DELETE, INSERT, SELECT, TRUNCATE

table registry.duplicate_search
  id uuid not null
  step text not null
  began_at timestamp with time zone not null
  ended_at timestamp with time zone
  read_to uuid not null
  next_block integer not null default 0
  persons integer not null default 0
  pairs bigint not null default 0
  compared bigint not null default 0
  patterns jsonb not null default '{}'::jsonb
  estimate jsonb
  certain_from double precision not null
  review_from double precision not null
  reach text not null default 'whole'::text
  whole_id uuid
  since uuid
  since_at timestamp with time zone
  first_new integer not null default 0
  rules integer
  moved_at timestamp with time zone
  constraint duplicate_search_pkey PRIMARY KEY (id)
  constraint duplicate_search_reach_check CHECK ((reach = ANY (ARRAY['whole'::text, 'newcomers'::text])))
  constraint duplicate_search_step_check CHECK ((step = ANY (ARRAY['reading'::text, 'gathering'::text, 'learning'::text, 'weighing'::text, 'joining'::text, 'ended'::text])))
  constraint duplicate_search_whole_id_fkey FOREIGN KEY (whole_id) REFERENCES registry.duplicate_search(id)
  constraint newcomers_follow_a_whole_search CHECK ((((reach = 'whole'::text) = (whole_id IS NULL)) AND ((whole_id IS NULL) = (since IS NULL)) AND ((since IS NULL) = (since_at IS NULL))))
  CREATE UNIQUE INDEX one_search_at_a_time ON registry.duplicate_search USING btree ((true)) WHERE (step <> 'ended'::text)
  granted to ramed_app: INSERT, SELECT, UPDATE

table registry.household with row-level security
  id uuid not null
  request_id uuid not null
  territory text not null
  stated_on date not null
  superseded_at timestamp with time zone
  constraint household_pkey PRIMARY KEY (id)
  CREATE INDEX household_request_id_idx ON registry.household USING btree (request_id)
  CREATE UNIQUE INDEX stated_now ON registry.household USING btree (request_id) WHERE (superseded_at IS NULL)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table registry.household_member with row-level security
  household_id uuid not null
  ref smallint not null
  person_id uuid not null
  relation text not null
  beneficiary_by text
  cnie text
  family_fr text
  given_fr text
  family_ar text
  given_ar text
  sex text not null
  birth_date date not null
  territory text not null
  constraint household_member_household_id_fkey FOREIGN KEY (household_id) REFERENCES registry.household(id)
  constraint household_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES registry.person(id)
  constraint household_member_pkey PRIMARY KEY (household_id, ref)
  constraint household_member_sex_check CHECK ((sex = ANY (ARRAY['F'::text, 'M'::text])))
  CREATE INDEX household_member_person_id_idx ON registry.household_member USING btree (person_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table registry.known_as with row-level security
  person_id uuid not null
  known_as uuid not null
  since timestamp with time zone not null
  until timestamp with time zone not null default 'infinity'::timestamp with time zone
  territory text not null
  constraint known_as_check CHECK ((since < until))
  constraint known_as_known_as_fkey FOREIGN KEY (known_as) REFERENCES registry.person(id)
  constraint known_as_person_id_fkey FOREIGN KEY (person_id) REFERENCES registry.person(id)
  constraint known_as_pkey PRIMARY KEY (person_id, since)
  CREATE INDEX known_as_known_as_since_idx ON registry.known_as USING btree (known_as, since)
  CREATE UNIQUE INDEX known_as_person_id_idx ON registry.known_as USING btree (person_id) WHERE (until = 'infinity'::timestamp with time zone)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table registry.likely_pair with row-level security
  id uuid not null
  one uuid not null
  other uuid not null
  probability double precision not null
  bits double precision not null
  fields jsonb not null
  band text not null
  contradicted boolean not null default false
  cluster uuid
  state text not null default 'open'::text
  search_id uuid not null
  territory text not null
  constraint likely_pair_band_check CHECK ((band = ANY (ARRAY['certain'::text, 'review'::text])))
  constraint likely_pair_check CHECK ((one < other))
  constraint likely_pair_one_fkey FOREIGN KEY (one) REFERENCES registry.person(id)
  constraint likely_pair_one_other_key UNIQUE (one, other)
  constraint likely_pair_other_fkey FOREIGN KEY (other) REFERENCES registry.person(id)
  constraint likely_pair_pkey PRIMARY KEY (id)
  constraint likely_pair_search_id_fkey FOREIGN KEY (search_id) REFERENCES registry.duplicate_search(id)
  constraint likely_pair_state_check CHECK ((state = ANY (ARRAY['open'::text, 'same'::text, 'different'::text])))
  CREATE INDEX likely_pair_cluster_idx ON registry.likely_pair USING btree (cluster) WHERE (cluster IS NOT NULL)
  CREATE INDEX likely_pair_other_idx ON registry.likely_pair USING btree (other)
  CREATE INDEX likely_pair_state_probability_idx ON registry.likely_pair USING btree (state, probability DESC)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: DELETE, INSERT, SELECT

table registry.name_key with row-level security
  key text not null
  birth_date date not null
  person_id uuid not null
  territory text not null
  constraint name_key_person_id_fkey FOREIGN KEY (person_id) REFERENCES registry.person(id)
  constraint name_key_pkey PRIMARY KEY (key, birth_date, person_id, territory)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table registry.name_reading
  rules smallint not null
  read_to uuid not null
  ended boolean not null
  constraint name_reading_pkey PRIMARY KEY (rules)
  granted to ramed_app: INSERT, SELECT, UPDATE

table registry.near_sound
  clipped text not null
  key text not null
  constraint near_sound_pkey PRIMARY KEY (clipped, key)
  granted to ramed_app: INSERT, SELECT

table registry.pair_decision with row-level security
  id uuid not null
  pair_id uuid not null
  decision text not null
  reason text not null
  note text
  decided_by text not null
  decided_at timestamp with time zone not null
  territory text not null
  constraint pair_decision_decision_check CHECK ((decision = ANY (ARRAY['same'::text, 'different'::text, 'taken-back'::text])))
  constraint pair_decision_pair_id_fkey FOREIGN KEY (pair_id) REFERENCES registry.likely_pair(id)
  constraint pair_decision_pkey PRIMARY KEY (id)
  CREATE INDEX pair_decision_pair_id_decided_at_idx ON registry.pair_decision USING btree (pair_id, decided_at)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table registry.person with row-level security
  id uuid not null
  cnie text
  family_fr text
  given_fr text
  family_ar text
  given_ar text
  sex text not null
  birth_date date not null
  territory text not null
  known_since timestamp with time zone not null
  constraint person_check CHECK (((family_fr IS NOT NULL) OR (family_ar IS NOT NULL)))
  constraint person_cnie_key UNIQUE (cnie)
  constraint person_pkey PRIMARY KEY (id)
  constraint person_sex_check CHECK ((sex = ANY (ARRAY['F'::text, 'M'::text])))
  CREATE INDEX person_birth_date_sex_idx ON registry.person USING btree (birth_date, sex)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table registry.search_block
  block integer not null
  key integer not null
  members integer[] not null
  constraint search_block_pkey PRIMARY KEY (block)
  granted to ramed_app: DELETE, INSERT, SELECT, TRUNCATE

table registry.searched_person with row-level security
  n integer not null
  person_id uuid not null
  household_id uuid not null
  cnie text
  family_fr text
  given_fr text
  family_ar text
  given_ar text
  sex text not null
  birth_date date not null
  territory text not null
  kin text[] not null
  keys integer[] not null
  given_sound text not null
  family_sound text not null
  constraint searched_person_pkey PRIMARY KEY (n)
  CREATE UNIQUE INDEX searched_person_person_id_idx ON registry.searched_person USING btree (person_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: DELETE, INSERT, SELECT, TRUNCATE

table registry.sound_share
  part text not null
  sound text not null
  persons integer not null
  constraint sound_share_part_check CHECK ((part = ANY (ARRAY['given'::text, 'family'::text])))
  constraint sound_share_pkey PRIMARY KEY (part, sound)
  granted to ramed_app: DELETE, INSERT, SELECT, TRUNCATE

table staff.absence
  id uuid not null
  agent_id uuid not null
  from_day date not null
  to_day date not null
  replaced_by uuid
  reason text not null
  constraint absence_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES staff.agent(id)
  constraint absence_check CHECK ((replaced_by <> agent_id))
  constraint absence_pkey PRIMARY KEY (id)
  constraint absence_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES staff.agent(id)
  CREATE INDEX absence_agent_id_idx ON staff.absence USING btree (agent_id)
  CREATE INDEX absence_replaced_by_idx ON staff.absence USING btree (replaced_by) WHERE (replaced_by IS NOT NULL)
  granted to ramed_app: SELECT

table staff.agent
  id uuid not null
  login text not null
  name_fr text not null
  name_ar text not null
  institution text not null
  password_hash text not null
  second_factor_secret text
  failed_attempts smallint not null default 0
  locked_until timestamp with time zone
  active boolean not null default true
  password_temporary boolean not null default false
  second_factor_pending text
  second_factor_step bigint
  constraint agent_login_check CHECK ((login = lower(login)))
  constraint agent_login_key UNIQUE (login)
  constraint agent_pkey PRIMARY KEY (id)

table staff.delegation
  id uuid not null
  post_id uuid not null
  agent_id uuid not null
  from_day date not null
  to_day date not null
  reason text not null
  constraint delegation_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES staff.agent(id)
  constraint delegation_pkey PRIMARY KEY (id)
  constraint delegation_post_id_fkey FOREIGN KEY (post_id) REFERENCES staff.post(id)
  CREATE INDEX delegation_agent_id_idx ON staff.delegation USING btree (agent_id)
  CREATE INDEX delegation_post_id_idx ON staff.delegation USING btree (post_id)
  granted to ramed_app: SELECT

table staff.post
  id uuid not null
  agent_id uuid not null
  role text not null
  territory text not null
  held_from date not null
  held_to date
  constraint post_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES staff.agent(id)
  constraint post_agent_id_role_territory_held_from_key UNIQUE (agent_id, role, territory, held_from)
  constraint post_pkey PRIMARY KEY (id)
  CREATE INDEX post_by_role ON staff.post USING btree (role, territory)
  granted to ramed_app: SELECT

table staff.recovery_code
  agent_id uuid not null
  digest text not null
  used_at timestamp with time zone
  constraint recovery_code_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES staff.agent(id)
  constraint recovery_code_pkey PRIMARY KEY (agent_id, digest)

table staff.session
  token_digest text not null
  agent_id uuid not null
  post_id uuid not null
  opened_at timestamp with time zone not null
  last_seen_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  second_factor boolean not null
  constraint session_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES staff.agent(id)
  constraint session_pkey PRIMARY KEY (token_digest)
  constraint session_post_id_fkey FOREIGN KEY (post_id) REFERENCES staff.post(id)
  CREATE INDEX session_agent_id_idx ON staff.session USING btree (agent_id)
  granted to ramed_app: DELETE, INSERT, SELECT

table territory.commune
  code text not null
  name_fr text not null
  name_ar text not null
  milieu text not null
  province_code text not null
  population_2024 integer
  households_2024 integer
  constraint commune_milieu_check CHECK ((milieu = ANY (ARRAY['urban'::text, 'rural'::text])))
  constraint commune_pkey PRIMARY KEY (code)
  constraint commune_province_code_fkey FOREIGN KEY (province_code) REFERENCES territory.province(code)
  CREATE INDEX commune_province_code_idx ON territory.commune USING btree (province_code)
  granted to ramed_app: SELECT

table territory.counter with row-level security
  id uuid not null
  territory text not null
  kind text not null
  name_fr text not null
  name_ar text not null
  address text
  opened_on date not null
  closed_on date
  constraint counter_kind_check CHECK ((kind = ANY (ARRAY['annexe'::text, 'caidat'::text, 'pachalik'::text])))
  constraint counter_pkey PRIMARY KEY (id)
  constraint counter_territory_fkey FOREIGN KEY (territory) REFERENCES territory.commune(code)
  CREATE INDEX counter_territory_idx ON territory.counter USING btree (territory)
  policy changed_in_scope for UPDATE to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  policy known_to_all for SELECT to ramed_app using true check -
  policy opened_in_scope for INSERT to ramed_app using - check (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[])))
  granted to ramed_app: INSERT, SELECT

table territory.province
  code text not null
  name_fr text not null
  name_ar text not null
  kind text not null
  region_code text not null
  constraint province_pkey PRIMARY KEY (code)
  constraint province_region_code_fkey FOREIGN KEY (region_code) REFERENCES territory.region(code)
  granted to ramed_app: SELECT

table territory.region
  code text not null
  name_fr text not null
  name_ar text not null
  constraint region_pkey PRIMARY KEY (code)
  granted to ramed_app: SELECT

table verifications.check with row-level security
  request_id uuid not null
  partner text not null
  territory text not null
  state text not null
  asked_at timestamp with time zone not null
  answered_at timestamp with time zone
  envelope_id uuid
  source_date timestamp with time zone
  answers jsonb
  differences jsonb not null default '[]'::jsonb
  stated_digest text
  constraint check_pkey PRIMARY KEY (request_id, partner)
  constraint check_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'answered'::text, 'silent'::text])))
  CREATE INDEX check_partner_asked_at_idx ON verifications."check" USING btree (partner, asked_at) WHERE (state <> 'answered'::text)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table verifications.former_answer with row-level security
  request_id uuid not null
  partner text not null
  territory text not null
  asked_at timestamp with time zone not null
  answered_at timestamp with time zone not null
  envelope_id uuid
  source_date timestamp with time zone
  stated_digest text
  answers jsonb
  differences jsonb not null
  set_aside_at timestamp with time zone not null
  CREATE INDEX former_answer_request_id_idx ON verifications.former_answer USING btree (request_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT

table verifications.judgement with row-level security
  request_id uuid not null
  partner text not null
  ref smallint not null
  field text not null
  declared text not null
  answered text not null
  territory text not null
  verdict text not null
  settles boolean not null
  reason text not null
  note text
  judged_at timestamp with time zone not null
  judged_by text not null
  post text
  constraint judgement_verdict_check CHECK ((verdict = ANY (ARRAY['same-person'::text, 'not-the-same'::text])))
  CREATE INDEX judgement_request_id_idx ON verifications.judgement USING btree (request_id)
  policy in_scope for ALL to ramed_app using (( SELECT platform.is_national() AS is_national) OR ((territory || '.'::text) ^@ ANY (( SELECT platform.scopes() AS scopes)::text[]))) check -
  granted to ramed_app: INSERT, SELECT


sequence applications.application_number
  granted to ramed_app: USAGE
sequence applications.passage_id_seq
sequence audit.reading_seq_seq
sequence cards.batch_number
  granted to ramed_app: USAGE
sequence cards.card_serial
  granted to ramed_app: USAGE
sequence cards.destruction_number
  granted to ramed_app: USAGE
sequence cards.difference_id_seq
  granted to ramed_app: USAGE
sequence cards.parcel_number
  granted to ramed_app: USAGE
sequence cards.passage_id_seq
  granted to ramed_app: USAGE
sequence commissions.appeal_number
  granted to ramed_app: USAGE
sequence commissions.sitting_number
  granted to ramed_app: USAGE
sequence complaints.complaint_number
  granted to ramed_app: USAGE
sequence contributions.notice_number
  granted to ramed_app: USAGE
sequence coverage.source_id_seq
sequence entitlements.registration_number
  granted to ramed_app: USAGE

CREATE OR REPLACE FUNCTION applications.address_key(address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN NULLIF(translate(lower(TRIM(BOTH FROM regexp_replace(address, '[^[:alnum:]]+'::text, ' '::text, 'g'::text))), 'أإآٱىةéèêëàâäîïôöùûüç'::text, 'اااايهeeeeaaaiioouuuc'::text), ''::text)
-- owner ramed_owner
  granted to public: EXECUTE

CREATE OR REPLACE FUNCTION applications.has_open_request(cards text[], apart uuid[] DEFAULT '{}'::uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select from applications.adult_card c join applications.application a on a.id = c.application_id
    where c.cnie = any (cards) and a.state <> 'closed' and a.kind in ('new', 'renewal') and a.id <> all (apart)
  )
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION applications.keep_what_was_declared()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if current_user = 'ramed_app' and new.declaration is distinct from old.declaration and not (
    exists (
      select from applications.version v
      where v.application_id = new.id and v.declaration_digest = new.declaration_digest and v.declaration = new.declaration
    ) and exists (
      select from applications.version v
      where v.application_id = old.id and v.declaration_digest = old.declaration_digest and v.declaration = old.declaration
    )
  ) then
    raise exception 'permission denied: what was declared changes only by a version that keeps it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$function$
-- owner ramed_owner
  granted to public: EXECUTE

CREATE OR REPLACE FUNCTION audit.head(wanted text, OUT seq bigint, OUT hash text)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into audit.book values (wanted, 0, repeat('0', 64)) on conflict (book) do nothing;
  select b.seq, b.hash into seq, hash from audit.book b where b.book = wanted for update;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION audit.keep_heads()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if exists (
    select from (
      select a.book, a.seq, a.previous_hash, lag(a.seq) over book as seq_above, lag(a.hash) over book as hash_above
      from added a window book as (partition by a.book order by a.seq)
    ) as line left join audit.book b on b.book = line.book
    where line.seq is distinct from coalesce(line.seq_above, b.seq) + 1
      or line.previous_hash is distinct from coalesce(line.hash_above, b.hash)
  ) then
    raise exception 'a line of the journal does not follow the line above it' using errcode = 'integrity_constraint_violation';
  end if;
  update audit.book b set seq = last.seq, hash = last.hash
    from (select distinct on (a.book) a.book, a.seq, a.hash from added a order by a.book, a.seq desc) as last
    where b.book = last.book;
  return null;
end
$function$
-- owner ramed_owner

CREATE OR REPLACE FUNCTION commissions.compared(wanted text, from_day date, to_day date, by_what text)
 RETURNS TABLE(part text, counts jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 WITH seen AS MATERIALIZED (
          SELECT commissions.part_of(compared.by_what, compared.wanted, c.*) AS part,
             c.territory,
             c.proposal,
             c.score_band,
             c.outcome,
             c.reason_code,
             c.against_score,
             c.days,
             c.seconds,
             c.in_batch,
             c.returned,
             c.appeal,
             (c.outcome = ANY (ARRAY['poor'::text, 'vulnerable'::text, 'refused'::text])) AS is_final,
             (commissions.favour(c.outcome) - commissions.favour(c.proposal)) AS favour
            FROM commissions.comparison c
           WHERE (((c.held_on >= compared.from_day) AND (c.held_on <= compared.to_day)) AND (c.territory >= compared.wanted) AND (c.territory <
                 CASE
                     WHEN (compared.wanted = ''::text) THEN '~'::text
                     ELSE (compared.wanted || '/'::text)
                 END) AND (platform.is_national() OR (compared.wanted = ''::text) OR ((compared.wanted || '.'::text) ^@ ANY (platform.scopes())) OR (EXISTS ( SELECT
                    FROM unnest(platform.scopes()) scope(scope)
                   WHERE (scope.scope ^@ (compared.wanted || '.'::text))))))
         ), cell AS (
          SELECT s.part,
             s.territory,
             s.proposal,
             s.score_band,
             s.outcome,
             count(*) AS files
            FROM seen s
           WHERE s.is_final
           GROUP BY s.part, s.territory, s.proposal, s.score_band, s.outcome
         ), band AS (
          SELECT cell.territory,
             cell.proposal,
             cell.score_band,
             cell.outcome,
             (sum(cell.files))::bigint AS files
            FROM cell
           GROUP BY cell.territory, cell.proposal, cell.score_band, cell.outcome
         ), usual AS (
          SELECT DISTINCT ON (band.territory, band.proposal, band.score_band) band.territory,
             band.proposal,
             band.score_band,
             band.outcome,
             sum(band.files) OVER (PARTITION BY band.territory, band.proposal, band.score_band) AS files
            FROM band
           ORDER BY band.territory, band.proposal, band.score_band, band.files DESC, (commissions.favour(band.outcome) <> commissions.favour(band.proposal)), band.outcome
         ), alike AS (
          SELECT cell.part,
             sum(cell.files) AS twins,
             COALESCE(sum(cell.files) FILTER (WHERE (cell.outcome <> usual.outcome)), (0)::numeric) AS other
            FROM (cell
              JOIN usual USING (territory, proposal, score_band))
           WHERE (usual.files > (1)::numeric)
           GROUP BY cell.part
         ), counted AS (
          SELECT s.part,
             count(*) AS rulings,
             count(*) FILTER (WHERE s.is_final) AS decided,
             count(*) FILTER (WHERE s.against_score) AS against,
             count(*) FILTER (WHERE (s.against_score AND (s.favour > 0))) AS favour,
             count(*) FILTER (WHERE (s.against_score AND (s.favour < 0))) AS harsher,
             count(*) FILTER (WHERE (s.outcome = 'adjourned'::text)) AS adjourned,
             count(*) FILTER (WHERE (s.outcome = 'enquiry'::text)) AS enquiry,
             count(*) FILTER (WHERE s.returned) AS returned,
             count(*) FILTER (WHERE (s.appeal IS NOT NULL)) AS appeals,
             count(*) FILTER (WHERE (s.appeal = ANY (ARRAY['reformed'::text, 'sent_back'::text]))) AS reversed
            FROM seen s
           GROUP BY s.part
         ), number AS (
          SELECT seen.part,
             'days'::text AS what,
             LEAST(seen.days, 999) AS value,
             count(*) AS files
            FROM seen
           WHERE seen.is_final
           GROUP BY seen.part, LEAST(seen.days, 999)
         UNION ALL
          SELECT seen.part,
                 CASE
                     WHEN seen.in_batch THEN 'batch_pace'::text
                     ELSE 'pace'::text
                 END AS "case",
             LEAST(seen.seconds, 3600) AS "least",
             count(*) AS count
            FROM seen
           WHERE (seen.seconds IS NOT NULL)
           GROUP BY seen.part,
                 CASE
                     WHEN seen.in_batch THEN 'batch_pace'::text
                     ELSE 'pace'::text
                 END, LEAST(seen.seconds, 3600)
         ), tally AS (
          SELECT one.part,
             jsonb_object_agg(one.what, one.tally) AS tallies
            FROM ( SELECT number.part,
                     number.what,
                     jsonb_object_agg(number.value, number.files) AS tally
                    FROM number
                   GROUP BY number.part, number.what) one
           GROUP BY one.part
         ), reason AS (
          SELECT one.part,
             jsonb_object_agg(one.code, one.files) AS reasons
            FROM ( SELECT seen.part,
                     ((seen.reason_code || ':'::text) ||
                         CASE
                             WHEN (seen.favour > 0) THEN 'favour'::text
                             ELSE 'harsher'::text
                         END) AS code,
                     count(*) AS files
                    FROM seen
                   WHERE seen.against_score
                   GROUP BY seen.part, ((seen.reason_code || ':'::text) ||
                         CASE
                             WHEN (seen.favour > 0) THEN 'favour'::text
                             ELSE 'harsher'::text
                         END)) one
           GROUP BY one.part
         )
  SELECT counted.part,
     ((to_jsonb(counted.*) || jsonb_build_object('twins', COALESCE(alike.twins, (0)::numeric), 'other', COALESCE(alike.other, (0)::numeric), 'reasons', COALESCE(reason.reasons, '{}'::jsonb))) || COALESCE(tally.tallies, '{}'::jsonb))
    FROM (((counted
      LEFT JOIN alike USING (part))
      LEFT JOIN tally USING (part))
      LEFT JOIN reason USING (part))
   ORDER BY counted.part;
END
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION commissions.favour(outcome text)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE outcome WHEN 'poor'::text THEN 2 WHEN 'vulnerable'::text THEN 1 ELSE 0 END
-- owner ramed_owner
  granted to public: EXECUTE

CREATE OR REPLACE FUNCTION commissions.part_of(by_what text, wanted text, line commissions.comparison)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE by_what WHEN 'milieu'::text THEN (line).milieu WHEN 'sex'::text THEN (line).sex WHEN 'marital-status'::text THEN (line).marital_status WHEN 'territory'::text THEN CASE WHEN (wanted ~~ '__.%'::text) THEN (line).territory ELSE "left"((line).territory, 6) END ELSE ''::text END
-- owner ramed_owner
  granted to public: EXECUTE

CREATE OR REPLACE FUNCTION coverage.born(birth_date date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN make_date((EXTRACT(year FROM birth_date))::integer, (LEAST(EXTRACT(month FROM birth_date), EXTRACT(day FROM birth_date)))::integer, (GREATEST(EXTRACT(month FROM birth_date), EXTRACT(day FROM birth_date)))::integer)
-- owner ramed_owner
  granted to public: EXECUTE

CREATE OR REPLACE FUNCTION platform.enqueue(jobs jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform graphile_worker.add_jobs(array(
    select row(
      j ->> 'identifier', (j -> 'payload')::json, j ->> 'queue', (j ->> 'run_at')::timestamptz,
      (j ->> 'max_attempts')::smallint, j ->> 'key', (j ->> 'priority')::smallint, null
    )::graphile_worker.job_spec
    from jsonb_array_elements(jobs) as j
  ));
end
$function$
-- owner ramed_jobs
  granted to ramed_app: EXECUTE

CREATE OR REPLACE PROCEDURE platform.fence(IN tables regclass[])
 LANGUAGE plpgsql
AS $procedure$
declare
  fenced regclass;
begin
  foreach fenced in array tables loop
    execute format('alter table %s enable row level security', fenced);
    -- The scopes are read once a statement, not once a row: a function of the row cost a hundred times more on a national table.
    execute format('create policy in_scope on %s to ramed_app using ((select platform.is_national()) or (territory || ''.'') ^@ any ((select platform.scopes())::text[]))', fenced);
  end loop;
end
$procedure$
-- owner ramed_owner
  granted to public: EXECUTE

CREATE OR REPLACE FUNCTION platform.is_national()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(('*'::text = ANY (platform.scopes())), false)
-- owner ramed_owner
  granted to public: EXECUTE

CREATE OR REPLACE PROCEDURE platform.open_schema(IN name text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create schema %I', name);
  execute format('grant usage on schema %I to ramed_app', name);
end
$procedure$
-- owner ramed_owner
  granted to public: EXECUTE

CREATE OR REPLACE FUNCTION platform.queue_failures()
 RETURNS TABLE(job text, attempts smallint, last_error text, next_try timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  return query
    select t.identifier, j.attempts, left(j.last_error, 300), j.run_at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.last_error is not null order by j.run_at limit 100;
end
$function$
-- owner ramed_jobs
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION platform.queue_state(OUT waiting bigint, OUT failing bigint, OUT oldest_seconds double precision)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  select count(*), count(*) filter (where attempts > 1), extract(epoch from now() - min(run_at) filter (where run_at <= now()))
    into waiting, failing, oldest_seconds
    from graphile_worker._private_jobs;
end
$function$
-- owner ramed_jobs
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION platform.scopes()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN string_to_array(NULLIF(current_setting('ramed.scopes'::text, true), ''::text), ','::text)
-- owner ramed_owner
  granted to public: EXECUTE

CREATE OR REPLACE FUNCTION registry.is_stated(who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM (registry.household_member m
              JOIN registry.household h ON ((h.id = m.household_id)))
           WHERE ((m.person_id = is_stated.who) AND (h.superseded_at IS NULL)))) AS "exists";
END
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION registry.persons_by_card(cards text[])
 RETURNS TABLE(cnie text, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT p.cnie,
     p.id
    FROM registry.person p
   WHERE (p.cnie = ANY (persons_by_card.cards));
END
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.appoint(acting uuid, day date, person jsonb, given jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if not staff.may_give(acting, given ->> 'role', given ->> 'territory', day) then return 'not-yours'; end if;
  insert into staff.agent (id, login, name_fr, name_ar, institution, password_hash, password_temporary)
    select p.id, p.login, p.name_fr, p.name_ar, p.institution, p.password_hash, true
    from jsonb_populate_record(null::staff.agent, person) p
    on conflict (login) do nothing;
  if not found then return 'login-taken'; end if;
  insert into staff.post select * from jsonb_populate_record(null::staff.post, given);
  return 'appointed';
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.begin_second_factor(wanted uuid, known_hash text, secret text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update staff.agent a set second_factor_pending = secret
    where a.id = wanted and a.active and a.password_hash = known_hash and a.second_factor_secret is null;
  return found;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.change_password(wanted uuid, known_hash text, new_hash text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update staff.agent a set password_hash = new_hash, password_temporary = false
    where a.id = wanted and a.active and a.password_hash = known_hash;
  return found;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.confirm_second_factor(wanted uuid, shown text, step bigint, recovery text[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update staff.agent a set second_factor_secret = a.second_factor_pending, second_factor_pending = null, second_factor_step = step
    where a.id = wanted and a.active and a.second_factor_secret is null and a.second_factor_pending = shown;
  if not found then return false; end if;
  delete from staff.recovery_code r where r.agent_id = wanted;
  insert into staff.recovery_code (agent_id, digest) select wanted, unnest(recovery);
  return true;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.credentials(wanted text)
 RETURNS TABLE(id uuid, password_hash text, password_temporary boolean, second_factor_secret text, second_factor_pending text, failed_attempts smallint, locked_until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT a.id,
     a.password_hash,
     a.password_temporary,
     a.second_factor_secret,
     a.second_factor_pending,
     a.failed_attempts,
     a.locked_until
    FROM staff.agent a
   WHERE ((a.login = lower(credentials.wanted)) AND a.active);
END
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.end_absence(acting uuid, day date, ended uuid, last date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update staff.absence a set to_day = last where a.id = ended and staff.may_administer(acting, a.agent_id, day);
  return found;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.end_delegation(acting uuid, day date, ended uuid, last date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update staff.delegation d set to_day = last from staff.post p
    where d.id = ended and p.id = d.post_id and staff.may_give(acting, p.role, p.territory, day);
  return found;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.end_post(acting uuid, day date, ended uuid, last date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update staff.post p set held_to = last where p.id = ended and staff.may_give(acting, p.role, p.territory, day);
  return found;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.give_post(acting uuid, day date, given jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if not staff.may_give(acting, given ->> 'role', given ->> 'territory', day) then return false; end if;
  insert into staff.post select * from jsonb_populate_record(null::staff.post, given);
  return true;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.has_second_factor(wanted uuid[])
 RETURNS TABLE(agent_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT a.id
    FROM staff.agent a
   WHERE ((a.id = ANY (has_second_factor.wanted)) AND (a.second_factor_secret IS NOT NULL));
END
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.lend_post(acting uuid, day date, lent jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into staff.delegation select d.* from jsonb_populate_record(null::staff.delegation, lent) d
    join staff.post p on p.id = d.post_id where staff.may_give(acting, p.role, p.territory, day);
  return found;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.may_administer(acting uuid, wanted uuid, day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT COALESCE(bool_and(staff.may_give(may_administer.acting, p.role, p.territory, may_administer.day)), false) AS "coalesce"
    FROM staff.post p
   WHERE ((p.agent_id = may_administer.wanted) AND ((COALESCE(p.held_to, 'infinity'::date) >= may_administer.day) OR (NOT (EXISTS ( SELECT
            FROM staff.post q
           WHERE ((q.agent_id = may_administer.wanted) AND (COALESCE(q.held_to, 'infinity'::date) >= may_administer.day)))))));
END
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.may_give(acting uuid, wanted_role text, wanted_territory text, day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM (staff.post p
              JOIN staff.agent a ON (((a.id = p.agent_id) AND a.active)))
           WHERE ((p.id = may_give.acting) AND ((may_give.day >= p.held_from) AND (may_give.day <= COALESCE(p.held_to, 'infinity'::date))) AND
                 CASE
                     WHEN (p.territory = ''::text) THEN (p.role = 'administrator'::text)
                     ELSE ((p.role = ANY (ARRAY['administrator'::text, 'province-administrator'::text])) AND ((may_give.wanted_territory || '.'::text) ^@ (p.territory || '.'::text)) AND (may_give.wanted_role = ANY (ARRAY['counter-agent'::text, 'verification-officer'::text, 'commission-secretary'::text, 'commission-member'::text, 'field-agent'::text, 'provincial-officer'::text, 'appeals-secretary'::text])))
                 END))) AS "exists";
END
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.note_absence(acting uuid, day date, away jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into staff.absence select a.* from jsonb_populate_record(null::staff.absence, away) a
    where staff.may_administer(acting, a.agent_id, day);
  return found;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.posts_in_hand(wanted uuid, day date)
 RETURNS TABLE(id uuid, agent_id uuid, role text, territory text, held_from date, held_to date, how text)
 LANGUAGE sql
 STABLE
AS $function$
  select p.id, p.agent_id, p.role, p.territory, p.held_from, p.held_to, min(hand.how)
  from (
    select own.id as post_id, 'own' as how from staff.post own where own.agent_id = wanted
    union all
    select lent.post_id, 'lent' from staff.delegation lent where lent.agent_id = wanted and day between lent.from_day and lent.to_day
    union all
    select theirs.id, 'replaces' from staff.absence away join staff.post theirs on theirs.agent_id = away.agent_id
      where away.replaced_by = wanted and day between away.from_day and away.to_day
  ) hand
  join staff.post p on p.id = hand.post_id and day between p.held_from and coalesce(p.held_to, 'infinity')
  join staff.agent holder on holder.id = p.agent_id and holder.active
  group by p.id
$function$
-- owner ramed_owner
  granted to public: EXECUTE

CREATE OR REPLACE FUNCTION staff.reset_password(acting uuid, day date, wanted uuid, hash text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update staff.agent a set password_hash = hash, password_temporary = true, failed_attempts = 0, locked_until = null
    where a.id = wanted and staff.may_administer(acting, a.id, day);
  return found;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.reset_second_factor(acting uuid, day date, wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update staff.agent a set second_factor_secret = null, second_factor_pending = null, second_factor_step = null
    where a.id = wanted and staff.may_administer(acting, a.id, day);
  if not found then return false; end if;
  delete from staff.recovery_code r where r.agent_id = wanted;
  return true;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.set_active(acting uuid, day date, wanted uuid, whether boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update staff.agent a set active = whether where a.id = wanted and staff.may_administer(acting, a.id, day);
  return found;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.spend_code(wanted uuid, step bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update staff.agent a set second_factor_step = step
    where a.id = wanted and a.second_factor_secret is not null and coalesce(a.second_factor_step, -1) < step;
  return found;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

CREATE OR REPLACE FUNCTION staff.spend_recovery_code(wanted uuid, spent text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update staff.recovery_code r set used_at = at where r.agent_id = wanted and r.digest = spent and r.used_at is null;
  return found;
end
$function$
-- owner ramed_owner
  granted to ramed_app: EXECUTE

