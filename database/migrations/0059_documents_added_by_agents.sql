-- Pages that an agent adds to a file at the counter, and pages taken back from a file: with who and why, and nothing destroyed before its time.
alter table documents.page
  add column added_by text,
  add column taken_back_at timestamptz,
  add column taken_back_by text,
  add column taken_back_reason text,
  add column taken_back_note text,
  add constraint taken_back_whole check ((taken_back_at is null) = (taken_back_by is null) and (taken_back_at is null) = (taken_back_reason is null));
comment on column documents.page.added_by is 'The agent who added it to the file; null when the family sent it';
comment on column documents.page.taken_back_at is 'Since when it counts for nothing; its bytes stay as long as any page''s';
comment on column documents.page.taken_back_note is 'What the agent said besides the reason';

grant update (kind, taken_back_at, taken_back_by, taken_back_reason, taken_back_note) on documents.page to ramed_app;
