-- Rounds of introductions: who meets whom, computed for everybody at once and published as suggestions.

create table round (
  id           uuid not null,
  -- What its participants read above their suggestions.
  name         text not null,
  state        text not null default 'draft',
  -- Goes up with every write; of two who act on the same one the second is refused.
  version      bigint not null default 1,
  made_at      timestamptz not null,
  made_by      text not null,
  -- How it is set up.
  seed         bigint not null,
  slots        integer not null,
  floor        integer not null,
  -- The most suggestions of the last 90 days that an organisation may have, those of this round included.
  most_open    integer not null,
  -- What the last solution rests on, and what proves it. Scores are in ten-thousandths.
  solved_at    timestamptz,
  solved_on    date,
  variant      text,
  cap          integer,
  weights      text,
  snapshot     text,
  objective    bigint,
  -- Of the welfare variant alone: what no other choice that keeps as many floors could reach.
  bound        bigint,
  floors       integer,
  floors_kept  integer,
  blocking     integer,
  published_at timestamptz,
  published_by text,
  constraint round_pkey primary key (id),
  constraint round_name_check check (char_length(name) between 1 and 120),
  constraint round_state_check check (state in ('draft', 'solved', 'published')),
  constraint round_slots_check check (slots between 1 and 50),
  constraint round_floor_check check (floor between 0 and slots),
  constraint round_most_open_check check (most_open between 1 and 500),
  constraint round_variant_check check (variant in ('welfare', 'stable')),
  constraint round_cap_check check (cap between 1 and 50),
  constraint round_bound_check check (bound >= objective),
  constraint round_solved_check check ((state = 'draft') = (solved_at is null)
    and (solved_at is null) = (snapshot is null) and (solved_at is null) = (objective is null)
    and (solved_at is null) = (weights is null) and coalesce(variant = 'welfare' or bound is null, true)),
  constraint round_published_check check ((state = 'published') = (published_at is not null)
    and (published_at is null) = (published_by is null))
);

create table round_participant (
  round_id        uuid not null,
  organisation_id uuid not null,
  -- The most introductions that it can take.
  slots           integer not null,
  -- How many of them the last solution could use, after the cap and what is open already.
  room            integer,
  constraint round_participant_pkey primary key (round_id, organisation_id),
  constraint round_participant_round_id_fk foreign key (round_id) references round (id) on delete cascade,
  constraint round_participant_organisation_id_fk foreign key (organisation_id) references organisation (id) on delete cascade,
  constraint round_participant_slots_check check (slots between 0 and 50),
  constraint round_participant_room_check check (room between 0 and slots)
);
create index round_participant_organisation_id_idx on round_participant (organisation_id);

create table round_rule (
  round_id  uuid not null,
  first_id  uuid not null,
  second_id uuid not null,
  rule      text not null,
  constraint round_rule_pkey primary key (round_id, first_id, second_id),
  constraint round_rule_first_id_fk foreign key (round_id, first_id) references round_participant on delete cascade,
  constraint round_rule_second_id_fk foreign key (round_id, second_id) references round_participant on delete cascade,
  constraint round_rule_ends_check check (first_id < second_id),
  constraint round_rule_rule_check check (rule in ('must', 'never'))
);
create index round_rule_second_id_idx on round_rule (round_id, second_id);

-- The candidates of a round with the scores that it is computed from, and what was decided about them.
create table round_pair (
  round_id  uuid not null,
  first_id  uuid not null,
  second_id uuid not null,
  score     bigint not null,
  -- When the two were last suggested or introduced to each other.
  met_on    date,
  chosen    boolean not null default false,
  -- Whether it was chosen in the solution before, of which as little as possible is changed.
  earlier   boolean not null default false,
  locked    boolean not null default false,
  removed   boolean not null default false,
  constraint round_pair_pkey primary key (round_id, first_id, second_id),
  constraint round_pair_first_id_fk foreign key (round_id, first_id) references round_participant on delete cascade,
  constraint round_pair_second_id_fk foreign key (round_id, second_id) references round_participant on delete cascade,
  constraint round_pair_ends_check check (first_id < second_id),
  constraint round_pair_score_check check (score >= 0),
  constraint round_pair_decision_check check (not (locked and removed))
);
create index round_pair_second_id_idx on round_pair (round_id, second_id);

-- What caps on introductions would do to score and fairness; cap 0 is none.
create table round_curve (
  round_id uuid not null,
  cap      integer not null,
  score    bigint not null,
  kept     double precision not null,
  gini     double precision not null,
  least    integer not null,
  most     integer not null,
  nothing  integer not null,
  constraint round_curve_pkey primary key (round_id, cap),
  constraint round_curve_round_id_fk foreign key (round_id) references round (id) on delete cascade,
  constraint round_curve_cap_check check (cap between 0 and 50)
);

-- What is published stays as it is. Only an organisation that is erased takes its own part with it.
create function round_stays() returns trigger language plpgsql as $$
begin
  if old.state = 'published' then
    raise exception using errcode = '23514', constraint = 'round_state_check',
      message = 'A published round is never changed.';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger round_stays before update or delete on round
  for each row execute function round_stays();

create function round_part_stays() returns trigger language plpgsql as $$
begin
  if exists (select from round where id = new.round_id and state = 'published') then
    raise exception using errcode = '23514', constraint = 'round_state_check',
      message = 'A published round is never changed.';
  end if;
  return new;
end $$;
create trigger round_part_stays before insert or update on round_participant
  for each row execute function round_part_stays();
create trigger round_part_stays before insert or update on round_rule
  for each row execute function round_part_stays();
create trigger round_part_stays before insert or update on round_pair
  for each row execute function round_part_stays();
create trigger round_part_stays before insert or update on round_curve
  for each row execute function round_part_stays();
