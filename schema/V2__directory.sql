-- Taxonomy, organisations, where facts come from, and relations.

create table term (
  vocabulary    text not null,
  code          text not null,
  parent        text,
  position      integer not null,
  label_en      text not null,
  label_zh_hant text not null,
  label_zh_hans text not null,
  synonyms      text[] not null default '{}',
  note_en       text,
  note_zh_hant  text,
  note_zh_hans  text,
  constraint term_pkey primary key (vocabulary, code),
  constraint term_parent_fk foreign key (vocabulary, parent) references term (vocabulary, code) deferrable initially deferred,
  constraint term_code_check check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 63),
  constraint term_parent_check check (parent is null or (parent <> code and vocabulary = 'capabilities')),
  constraint term_position_check check (position >= 0)
);

-- Records name terms in arrays, which foreign keys cannot follow. These two functions are the
-- foreign key: the first locks the terms that a record names, the second keeps them from leaving.
create function require_terms(vocabulary_wanted text, codes text[], constraint_wanted text) returns void language plpgsql as $$
declare
  missing text;
begin
  perform 1 from term where vocabulary = vocabulary_wanted and code = any (codes) for key share;
  select c into missing from unnest(codes) as c
    where not exists (select 1 from term where vocabulary = vocabulary_wanted and code = c) limit 1;
  if missing is not null then
    raise exception using errcode = '23503', constraint = constraint_wanted,
      message = format('The code (%s) is not in the vocabulary (%s).', missing, vocabulary_wanted);
  end if;
  if cardinality(codes) <> (select count(distinct c) from unnest(codes) as c) then
    raise exception using errcode = '23514', constraint = replace(constraint_wanted, '_fk', '_check'),
      message = format('A code of the vocabulary (%s) is named twice.', vocabulary_wanted);
  end if;
end $$;

create table organisation (
  id                      uuid not null,
  slug                    text not null,
  version                 bigint not null default 1,
  name_en                 text,
  name_zh_hant            text,
  name_zh_hans            text,
  aliases                 text[] not null default '{}',
  kind                    text not null,
  summary_en              text,
  summary_zh_hant         text,
  summary_zh_hans         text,
  layers                  text[] not null default '{}',
  sectors                 text[] not null default '{}',
  capabilities            text[] not null default '{}',
  founded_or_intake_year  integer,
  campus_member           boolean,
  campus_relation         text,
  website                 text,
  compute_fact_en         text,
  compute_fact_zh_hant    text,
  compute_reported_on     date,
  fictional               boolean not null,
  sources                 text[] not null,
  confirmed_at            timestamptz,
  created_at              timestamptz not null default now(),
  constraint organisation_pkey primary key (id),
  constraint organisation_slug_key unique (slug),
  constraint organisation_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80
    -- A slug that reads as a UUID could not be told from an id.
    and slug !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'),
  constraint organisation_name_check check (num_nonnulls(name_en, name_zh_hant, name_zh_hans) >= 1),
  constraint organisation_version_check check (version >= 1),
  constraint organisation_founded_or_intake_year_check check (founded_or_intake_year between 1600 and 2200),
  constraint organisation_website_check check (website ~ '^https?://'),
  constraint organisation_compute_reported_check check ((compute_reported_on is null) = (num_nonnulls(compute_fact_en, compute_fact_zh_hant) = 0)),
  constraint organisation_sources_check check (cardinality(sources) >= 1)
);

create function organisation_terms() returns trigger language plpgsql as $$
begin
  perform require_terms('kinds', array[new.kind], 'organisation_kind_fk');
  perform require_terms('layers', new.layers, 'organisation_layers_fk');
  perform require_terms('sectors', new.sectors, 'organisation_sectors_fk');
  perform require_terms('capabilities', new.capabilities, 'organisation_capabilities_fk');
  return new;
end $$;
create trigger organisation_terms before insert or update of kind, layers, sectors, capabilities on organisation
  for each row execute function organisation_terms();

-- Addresses that an organisation once had keep leading to it.
create table former_slug (
  slug            text not null,
  organisation_id uuid not null,
  retired_at      timestamptz not null default now(),
  constraint former_slug_pkey primary key (slug),
  constraint former_slug_organisation_id_fk foreign key (organisation_id) references organisation (id) on delete cascade
);
create index former_slug_organisation_id_idx on former_slug (organisation_id);

-- Provenance: which source said which field, when it was recorded, when it was last confirmed.
create table statement (
  sequence        bigint generated always as identity,
  organisation_id uuid not null,
  -- The name of a field as in the API; '*' when the source stands for the record as a whole.
  field           text not null,
  value           jsonb,
  source          text not null,
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  confirmed_at    timestamptz,
  constraint statement_pkey primary key (sequence),
  constraint statement_organisation_id_fk foreign key (organisation_id) references organisation (id) on delete cascade,
  constraint statement_field_check check (field <> ''),
  constraint statement_value_check check ((field = '*') = (value is null)),
  constraint statement_source_check check (source <> '')
);
create index statement_organisation_id_field_idx on statement (organisation_id, field, sequence);

create table relation (
  id            text not null,
  version       bigint not null default 1,
  from_id       uuid not null,
  to_id         uuid not null,
  type          text not null,
  fact_en       text,
  fact_zh_hant  text,
  fact_zh_hans  text,
  since         text,
  source        text not null,
  fictional     boolean not null,
  constraint relation_pkey primary key (id),
  constraint relation_from_id_fk foreign key (from_id) references organisation (id),
  constraint relation_to_id_fk foreign key (to_id) references organisation (id),
  constraint relation_from_id_to_id_check check (from_id <> to_id),
  constraint relation_tie_key unique (from_id, to_id, type),
  constraint relation_id_check check (id ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  constraint relation_since_check check (since ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'),
  constraint relation_source_check check (source <> '')
);
create index relation_to_id_idx on relation (to_id);

-- Real and fictional never mix, and a partnership is one tie whichever side tells it.
create function relation_rules() returns trigger language plpgsql as $$
begin
  perform require_terms('relation_types', array[new.type], 'relation_type_fk');
  perform 1 from organisation where id in (new.from_id, new.to_id) and fictional <> new.fictional;
  if found then
    raise exception using errcode = '23514', constraint = 'relation_fictional_check',
      message = 'A relation is fictional exactly when both its organisations are.';
  end if;
  if new.type in ('partner', 'mou', 'project') then
    perform pg_advisory_xact_lock(hashtextextended(least(new.from_id, new.to_id)::text || greatest(new.from_id, new.to_id)::text, 0));
    perform 1 from relation where from_id = new.to_id and to_id = new.from_id and type = new.type and id <> new.id;
    if found then
      raise exception using errcode = '23505', constraint = 'relation_tie_key',
        message = 'The same tie is already told from the other side.';
    end if;
  end if;
  return new;
end $$;
create trigger relation_rules before insert or update on relation
  for each row execute function relation_rules();
