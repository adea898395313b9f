-- The computing centre: capacity over time, conversion of units, who holds what, what was used.

create table centre (
  only_row     boolean not null default true,
  name_en      text,
  name_zh_hant text,
  name_zh_hans text,
  note_en      text,
  note_zh_hant text,
  not_found    text[] not null default '{}',
  constraint centre_pkey primary key (only_row),
  constraint centre_only_row_check check (only_row),
  constraint centre_name_check check (num_nonnulls(name_en, name_zh_hant, name_zh_hans) >= 1)
);

create table centre_phase (
  period       daterange not null,
  pflops       integer not null,
  note_en      text,
  note_zh_hant text,
  sources      text[] not null,
  constraint centre_phase_pkey primary key (period),
  constraint centre_phase_period_excl exclude using gist (period with &&),
  constraint centre_phase_period_check check (not isempty(period) and not lower_inf(period)),
  constraint centre_phase_pflops_check check (pflops > 0),
  constraint centre_phase_sources_check check (cardinality(sources) >= 1)
);

-- How many PFLOPS one accelerator card counts for, from when to when. Staff set it: no official ratio is public.
create table unit_rate (
  unit            text not null,
  period          daterange not null,
  pflops_per_unit numeric(12, 6) not null,
  status          text not null,
  note_en         text,
  note_zh_hant    text,
  constraint unit_rate_pkey primary key (unit, period),
  constraint unit_rate_period_excl exclude using gist (period with &&),
  constraint unit_rate_unit_check check (unit = 'gpu-card'),
  constraint unit_rate_period_check check (not isempty(period) and not lower_inf(period)),
  constraint unit_rate_pflops_per_unit_check check (pflops_per_unit > 0),
  constraint unit_rate_status_check check (status in ('illustrative', 'set-by-staff'))
);

-- Single facts about the centre that reports or staff state, with what they rest on.
create table centre_fact (
  code         text not null,
  value        text not null,
  unit         text,
  status       text,
  note_en      text,
  note_zh_hant text,
  sources      text[] not null default '{}',
  constraint centre_fact_pkey primary key (code)
);

create table reported_use (
  date       text not null,
  percent    integer not null,
  of_pflops  integer not null,
  qualifier  text not null,
  sources    text[] not null,
  constraint reported_use_pkey primary key (date),
  constraint reported_use_date_check check (date ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  constraint reported_use_percent_check check (percent between 0 and 100),
  constraint reported_use_of_pflops_check check (of_pflops > 0),
  constraint reported_use_sources_check check (cardinality(sources) >= 1)
);

-- The ecosystem in figures, each dated and sourced.
create table figure (
  code          text not null,
  as_of         date not null,
  value         bigint not null,
  unit          text not null,
  qualifier     text not null,
  label_en      text not null,
  label_zh_hant text not null,
  source        text not null,
  constraint figure_pkey primary key (code, as_of),
  constraint figure_source_check check (source <> '')
);

create table allocation (
  id              text not null,
  version         bigint not null default 1,
  organisation_id uuid not null,
  project_en      text,
  project_zh_hant text,
  project_zh_hans text,
  scheme          text not null,
  cards           integer not null,
  period          daterange not null,
  status          text not null,
  shareability    text not null default 'not-shareable',
  fictional       boolean not null,
  constraint allocation_pkey primary key (id),
  constraint allocation_organisation_id_fk foreign key (organisation_id) references organisation (id),
  constraint allocation_id_check check (id ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  constraint allocation_project_check check (num_nonnulls(project_en, project_zh_hant, project_zh_hans) >= 1),
  constraint allocation_cards_check check (cards > 0),
  constraint allocation_period_check check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
  constraint allocation_status_check check (status in ('planned', 'active', 'suspended', 'completed', 'returned')),
  constraint allocation_shareability_check check (shareability in ('not-shareable', 'joint-project', 'with-approval'))
);
create index allocation_organisation_id_idx on allocation (organisation_id);
create index allocation_period_idx on allocation using gist (period);

create table usage (
  allocation_id        text not null,
  week                 date not null,
  available_card_hours integer not null,
  used_card_hours      integer not null,
  constraint usage_pkey primary key (allocation_id, week),
  constraint usage_allocation_id_fk foreign key (allocation_id) references allocation (id) on delete cascade,
  constraint usage_week_check check (extract(isodow from week) = 1),
  constraint usage_available_card_hours_check check (available_card_hours >= 0),
  constraint usage_used_card_hours_check check (used_card_hours between 0 and available_card_hours)
);

-- More compute than the centre has must never be granted, on any day and at any concurrency.
-- Grants, capacity and rates are constant between the days on which one of them begins or ends,
-- so it is enough to look at those days. The lock makes all changes of either side queue up.
create function require_capacity(checked daterange) returns void language plpgsql as $$
declare
  worst record;
begin
  perform pg_advisory_xact_lock(hashtextextended('praya.centre.capacity', 0));
  with day as (
    select lower(checked) as day
    union select lower(period) from allocation where lower(period) <@ checked
    union select lower(period) from centre_phase where lower(period) <@ checked
    union select upper(period) from centre_phase where upper(period) <@ checked
    union select lower(period) from unit_rate where lower(period) <@ checked
    union select upper(period) from unit_rate where upper(period) <@ checked
  ), level as (
    select day.day,
      (select coalesce(sum(cards), 0) from allocation where period @> day.day and status <> 'returned') as cards,
      (select pflops from centre_phase where period @> day.day) as pflops,
      (select pflops_per_unit from unit_rate where unit = 'gpu-card' and period @> day.day) as rate
    from day
  )
  select * into worst from level
    where cards > 0 and (pflops is null or rate is null or cards * rate > pflops) order by day limit 1;
  if found then
    raise exception using errcode = '23514', table = 'allocation', constraint = 'allocation_capacity_check',
      message = case
        when worst.rate is null then format('On %s no rate from cards to PFLOPS is set.', worst.day)
        when worst.pflops is null then format('On %s the centre has no capacity.', worst.day)
        else format('On %s there would be %s PFLOPS granted of %s that the centre has.', worst.day,
          trim_scale(worst.cards * worst.rate), worst.pflops) end;
  end if;
end $$;

create function allocation_rules() returns trigger language plpgsql as $$
begin
  perform require_terms('schemes', array[new.scheme], 'allocation_scheme_fk');
  perform 1 from organisation where id = new.organisation_id and fictional <> new.fictional;
  if found then
    raise exception using errcode = '23514', constraint = 'allocation_fictional_check',
      message = 'It is fictional exactly when its organisation is.';
  end if;
  return new;
end $$;
create trigger allocation_rules before insert or update on allocation
  for each row execute function allocation_rules();

create function allocation_capacity() returns trigger language plpgsql as $$
begin
  if new.status <> 'returned' then
    perform require_capacity(new.period);
  end if;
  return null;
end $$;
create trigger allocation_capacity after insert or update of cards, period, status on allocation
  for each row execute function allocation_capacity();

-- Deferred: a set of phases or rates is replaced as a whole, and only the end of it counts.
create function centre_capacity() returns trigger language plpgsql as $$
begin
  perform require_capacity(daterange((select min(lower(period)) from allocation), null));
  return null;
end $$;
create constraint trigger centre_phase_capacity after insert or update or delete on centre_phase
  deferrable initially deferred for each row execute function centre_capacity();
create constraint trigger unit_rate_capacity after insert or update or delete on unit_rate
  deferrable initially deferred for each row execute function centre_capacity();

-- An organisation and its records are real or fictional together; it does not change sides.
create function organisation_keeps_its_side() returns trigger language plpgsql as $$
begin
  if new.fictional <> old.fictional then
    raise exception using errcode = '23514', table = 'organisation', constraint = 'organisation_fictional_check',
      message = 'An organisation cannot change between real and fictional.';
  end if;
  return new;
end $$;
create trigger organisation_keeps_its_side before update of fictional on organisation
  for each row execute function organisation_keeps_its_side();

-- The other half of the foreign key from arrays to terms: a term that is in use stays.
create function term_in_use() returns trigger language plpgsql as $$
declare
  used boolean;
begin
  if tg_op = 'UPDATE' and new.vocabulary = old.vocabulary and new.code = old.code then
    return new;
  end if;
  used := case old.vocabulary
    when 'kinds' then exists (select 1 from organisation where kind = old.code)
    when 'layers' then exists (select 1 from organisation where old.code = any (layers))
    when 'sectors' then exists (select 1 from organisation where old.code = any (sectors))
      or exists (select 1 from need where old.code = any (sectors)) or exists (select 1 from offer where old.code = any (sectors))
    when 'capabilities' then exists (select 1 from organisation where old.code = any (capabilities))
      or exists (select 1 from need where old.code = any (capabilities)) or exists (select 1 from offer where old.code = any (capabilities))
    when 'exchange' then exists (select 1 from need where exchange = old.code) or exists (select 1 from offer where exchange = old.code)
    when 'relation_types' then exists (select 1 from relation where type = old.code)
    when 'schemes' then exists (select 1 from allocation where scheme = old.code)
    else false end;
  if used then
    raise exception using errcode = '23503', table = 'term', constraint = 'term_in_use_fk',
      message = format('The term (%s) of the vocabulary (%s) is in use.', old.code, old.vocabulary);
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger term_in_use before update or delete on term for each row execute function term_in_use();
