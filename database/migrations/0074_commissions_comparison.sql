-- What is compared of each decision of a local commission, without a name, a member or a date of birth: whether like files are treated alike.
create table commissions.comparison (
  sitting_id uuid not null,
  application_id uuid not null,
  territory text not null,
  held_on date not null,
  proposal text not null,
  score_band text not null,
  outcome text not null,
  reason_code text not null,
  against_score boolean not null,
  milieu text not null,
  sex text not null,
  marital_status text not null,
  days integer not null,
  seconds integer,
  in_batch boolean not null,
  returned boolean not null default false,
  appeal text check (appeal in ('upheld', 'reformed', 'sent_back')),
  primary key (sitting_id, application_id),
  foreign key (sitting_id, application_id) references commissions.decision
);
comment on table commissions.comparison is 'One line for each decision of a sealed sitting: what it is compared by, as it was known at the seal';
comment on column commissions.comparison.score_band is 'The branch of the formula and how far each condition is from its limit, in tenths of the limit: files of one band scored the same';
comment on column commissions.comparison.days is 'From the deposit to the sitting';
comment on column commissions.comparison.seconds is 'Since the ruling before it; in a batch, the time it was on the screen shared among its files; null where it is not known';
comment on column commissions.comparison.appeal is 'What the provincial commission decided on it';
create index on commissions.comparison (held_on, territory);
create index on commissions.comparison (territory, held_on);
create index on commissions.sitting (sealed_at) where sealed_at is not null;
grant select, insert on commissions.comparison to ramed_app;
grant update (returned, appeal) on commissions.comparison to ramed_app;
call platform.fence(array['commissions.comparison']::regclass[]);

create function commissions.favour(outcome text) returns smallint language sql immutable parallel safe
  return case outcome when 'poor' then 2 when 'vulnerable' then 1 else 0 end;
comment on function commissions.favour is 'How much an outcome or a proposal gives a family';

create function commissions.part_of(by_what text, wanted text, line commissions.comparison) returns text language sql immutable parallel safe
  return case by_what
    when 'milieu' then (line).milieu
    when 'sex' then (line).sex
    when 'marital-status' then (line).marital_status
    when 'territory' then case when wanted like '__.%' then (line).territory else left((line).territory, 6) end
    else '' end;
comment on function commissions.part_of is 'The group a line belongs to; by territory: the provinces of a region or of the nation, the communes of a province';

-- Counts only, and only of a territory that the asker's post covers or lies in: a commission may be held against its province and the nation,
-- whose lines its secretary may not read. So it reads by the owner's hand.
create function commissions.compared(wanted text, from_day date, to_day date, by_what text) returns table (part text, counts jsonb)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    with seen as materialized (
      select commissions.part_of(by_what, wanted, c) as part, c.territory, c.proposal, c.score_band, c.outcome, c.reason_code, c.against_score,
        c.days, c.seconds, c.in_batch, c.returned, c.appeal,
        c.outcome in ('poor', 'vulnerable', 'refused') as is_final,
        commissions.favour(c.outcome) - commissions.favour(c.proposal) as favour
      from commissions.comparison c
      where c.held_on between from_day and to_day
        and c.territory >= wanted and c.territory < case when wanted = '' then '~' else wanted || '/' end
        and (platform.is_national() or wanted = '' or (wanted || '.') ^@ any (platform.scopes())
          or exists (select from unnest(platform.scopes()) as scope where scope ^@ (wanted || '.')))
    ), cell as (
      select s.part, s.territory, s.proposal, s.score_band, s.outcome, count(*) as files from seen s where s.is_final group by 1, 2, 3, 4, 5
    ), band as (
      select territory, proposal, score_band, outcome, sum(files)::bigint as files from cell group by 1, 2, 3, 4
    ), usual as (
      select distinct on (territory, proposal, score_band) territory, proposal, score_band, outcome,
        sum(files) over (partition by territory, proposal, score_band) as files
      from band order by territory, proposal, score_band, band.files desc, commissions.favour(outcome) <> commissions.favour(proposal), outcome
    ), alike as (
      select cell.part, sum(cell.files) as twins, coalesce(sum(cell.files) filter (where cell.outcome <> usual.outcome), 0) as other
      from cell join usual using (territory, proposal, score_band) where usual.files > 1 group by cell.part
    ), counted as (
      select s.part, count(*) as rulings, count(*) filter (where s.is_final) as decided,
        count(*) filter (where s.against_score) as against,
        count(*) filter (where s.against_score and s.favour > 0) as favour,
        count(*) filter (where s.against_score and s.favour < 0) as harsher,
        count(*) filter (where s.outcome = 'adjourned') as adjourned, count(*) filter (where s.outcome = 'enquiry') as enquiry,
        count(*) filter (where s.returned) as returned,
        count(*) filter (where s.appeal is not null) as appeals, count(*) filter (where s.appeal in ('reformed', 'sent_back')) as reversed
      from seen s group by s.part
    ), number as (
      select part, 'days' as what, least(days, 999) as value, count(*) as files from seen where is_final group by 1, 3
      union all
      select part, case when in_batch then 'batch_pace' else 'pace' end, least(seconds, 3600), count(*) from seen where seconds is not null group by 1, 2, 3
    ), tally as (
      select part, jsonb_object_agg(what, tally) as tallies from (
        select part, what, jsonb_object_agg(value, files) as tally from number group by part, what
      ) one group by part
    ), reason as (
      select part, jsonb_object_agg(code, files) as reasons from (
        select part, reason_code || ':' || case when favour > 0 then 'favour' else 'harsher' end as code, count(*) as files
        from seen where against_score group by 1, 2
      ) one group by part
    )
    select counted.part, to_jsonb(counted) || jsonb_build_object('twins', coalesce(alike.twins, 0), 'other', coalesce(alike.other, 0),
      'reasons', coalesce(reason.reasons, '{}')) || coalesce(tally.tallies, '{}')
    from counted left join alike using (part) left join tally using (part) left join reason using (part)
    order by counted.part;
  end;
comment on function commissions.compared is 'How the decisions of a territory within some days compare, group by group: counts, never a line';
revoke execute on function commissions.compared from public;
grant execute on function commissions.compared to ramed_app;

create table commissions.nation_compared (
  by_what text not null,
  part text not null,
  from_day date not null,
  to_day date not null,
  counts jsonb not null,
  primary key (by_what, part)
);
comment on table commissions.nation_compared is 'The counts of the nation over a year, made every night: they take seconds, and every commission is held against them';
grant select, insert, delete on commissions.nation_compared to ramed_app;
