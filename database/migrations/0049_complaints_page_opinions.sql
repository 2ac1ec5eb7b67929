-- What readers think of a page of the guide: for those who write it. Of nobody in particular.
create table complaints.page_opinion (
  id uuid primary key,
  page text not null,
  language text not null check (language in ('ar', 'zgh', 'fr', 'en')),
  given_on date not null,
  is_helpful boolean not null,
  words text not null default ''
);
comment on table complaints.page_opinion is 'Whether a page of the guide helped; neither who said so nor from where';
comment on column complaints.page_opinion.words is 'What was missing, in the reader''s own words; readers are asked to name nobody';
create index on complaints.page_opinion (page, given_on);
grant select, insert on complaints.page_opinion to ramed_app;
grant update (words) on complaints.page_opinion to ramed_app;
