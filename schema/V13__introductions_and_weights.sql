-- What became of introductions, and the numbers by which partners are scored.

create function introduction_rules() returns trigger language plpgsql as $$
begin
  perform 1 from organisation where id in (new.from_id, new.to_id) and fictional <> new.fictional;
  if found then
    raise exception using errcode = '23514', constraint = 'introduction_fictional_check',
      message = 'It is fictional exactly when both organisations are.';
  end if;
  return new;
end $$;

create table introduction (
  id           text not null,
  -- Who asked, and who was asked.
  from_id      uuid not null,
  to_id        uuid not null,
  need_id      text,
  offer_id     text,
  requested_on date not null,
  answered_on  date,
  status       text not null,
  -- The furthest that came of it.
  outcome      text not null,
  outcome_on   date,
  note_en      text,
  note_zh_hant text,
  note_zh_hans text,
  fictional    boolean not null,
  constraint introduction_pkey primary key (id),
  constraint introduction_from_id_fk foreign key (from_id) references organisation (id) on delete cascade,
  constraint introduction_to_id_fk foreign key (to_id) references organisation (id) on delete cascade,
  constraint introduction_need_id_fk foreign key (need_id) references need (id) on delete set null,
  constraint introduction_offer_id_fk foreign key (offer_id) references offer (id) on delete set null,
  constraint introduction_id_check check (id ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  constraint introduction_ends_check check (from_id <> to_id),
  constraint introduction_status_check check (status in ('accepted', 'declined', 'expired')),
  constraint introduction_outcome_check check (outcome in ('none', 'met', 'pilot', 'contract')),
  constraint introduction_answered_on_check check (answered_on >= requested_on),
  constraint introduction_outcome_on_check check (outcome_on >= requested_on)
);
create index introduction_from_id_idx on introduction (from_id);
create index introduction_to_id_idx on introduction (to_id);
create index introduction_need_id_idx on introduction (need_id);
create index introduction_offer_id_idx on introduction (offer_id);
create trigger introduction_rules before insert or update on introduction
  for each row execute function introduction_rules();

-- Versions of the weights, the latest last. As long as there is none the program's own hold.
create table weights (
  sequence      bigint generated always as identity,
  version       text not null,
  -- What it was changed from; of two who change the same one the second is refused.
  base          text not null,
  remark        text not null,
  saved_at      timestamptz not null,
  saved_by      text not null,
  -- The curve from a fit to the probability of a yes, point by point, and on how many answers it rests.
  fits          double precision[],
  probabilities double precision[],
  answers       integer not null default 0,
  constraint weights_pkey primary key (sequence),
  constraint weights_version_key unique (version),
  constraint weights_base_key unique (base),
  constraint weights_remark_check check (char_length(remark) between 1 and 500),
  constraint weights_curve_check check (
    (fits is null) = (probabilities is null)
    and coalesce(cardinality(fits) >= 1 and cardinality(fits) = cardinality(probabilities), true)
    and (fits is null) = (answers = 0))
);

create table weight (
  version text not null,
  code    text not null,
  value   double precision not null,
  constraint weight_pkey primary key (version, code),
  constraint weight_version_fk foreign key (version) references weights (version),
  constraint weight_value_check check (value >= 0 and value < 'Infinity')
);
