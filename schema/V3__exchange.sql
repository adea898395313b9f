-- What organisations look for (need) and what they can give (offer): two tables of one shape.

create function exchange_rules() returns trigger language plpgsql as $$
begin
  perform require_terms('exchange', array[new.exchange], tg_table_name || '_exchange_fk');
  perform require_terms('capabilities', new.capabilities, tg_table_name || '_capabilities_fk');
  perform require_terms('sectors', new.sectors, tg_table_name || '_sectors_fk');
  perform 1 from organisation where id = new.organisation_id and fictional <> new.fictional;
  if found then
    raise exception using errcode = '23514', constraint = tg_table_name || '_fictional_check',
      message = 'It is fictional exactly when its organisation is.';
  end if;
  return new;
end $$;

create table need (
  id              text not null,
  version         bigint not null default 1,
  organisation_id uuid not null,
  exchange        text not null,
  title_en        text,
  title_zh_hant   text,
  title_zh_hans   text,
  text_en         text,
  text_zh_hant    text,
  text_zh_hans    text,
  capabilities    text[] not null default '{}',
  sectors         text[] not null default '{}',
  visibility      text not null,
  opens           date not null,
  closes          date,
  fictional       boolean not null,
  constraint need_pkey primary key (id),
  constraint need_organisation_id_fk foreign key (organisation_id) references organisation (id),
  constraint need_id_check check (id ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  constraint need_title_check check (num_nonnulls(title_en, title_zh_hant, title_zh_hans) >= 1),
  constraint need_visibility_check check (visibility in ('public', 'match-only', 'anonymous')),
  constraint need_closes_check check (closes >= opens)
);
create index need_organisation_id_idx on need (organisation_id);
create trigger need_terms before insert or update on need
  for each row execute function exchange_rules();

create table offer (
  id              text not null,
  version         bigint not null default 1,
  organisation_id uuid not null,
  exchange        text not null,
  title_en        text,
  title_zh_hant   text,
  title_zh_hans   text,
  text_en         text,
  text_zh_hant    text,
  text_zh_hans    text,
  capabilities    text[] not null default '{}',
  sectors         text[] not null default '{}',
  visibility      text not null,
  opens           date not null,
  closes          date,
  fictional       boolean not null,
  constraint offer_pkey primary key (id),
  constraint offer_organisation_id_fk foreign key (organisation_id) references organisation (id),
  constraint offer_id_check check (id ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  constraint offer_title_check check (num_nonnulls(title_en, title_zh_hant, title_zh_hans) >= 1),
  constraint offer_visibility_check check (visibility in ('public', 'match-only', 'anonymous')),
  constraint offer_closes_check check (closes >= opens)
);
create index offer_organisation_id_idx on offer (organisation_id);
create trigger offer_terms before insert or update on offer
  for each row execute function exchange_rules();
