-- Calls: what somebody asks teams for, with what they must be able to do and who may take part.

create function call_rules() returns trigger language plpgsql as $$
begin
  perform 1 from organisation where id = new.organiser_id and fictional <> new.fictional;
  if found then
    raise exception using errcode = '23514', constraint = 'call_fictional_check',
      message = 'It is fictional exactly when its organiser is.';
  end if;
  return new;
end $$;

create table call (
  id             text not null,
  title_en       text,
  title_zh_hant  text,
  title_zh_hans  text,
  text_en        text,
  text_zh_hant   text,
  text_zh_hans   text,
  capabilities   text[] not null,
  sectors        text[] not null default '{}',
  -- Kinds of organisations that may take part; none for all.
  eligible_kinds text[] not null default '{}',
  -- The last day on which it is open; null for no end.
  deadline       date,
  organiser_id   uuid,
  min_members    integer not null,
  max_members    integer not null,
  source         text,
  fictional      boolean not null,
  constraint call_pkey primary key (id),
  constraint call_organiser_id_fk foreign key (organiser_id) references organisation (id) on delete set null,
  constraint call_id_check check (id ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  constraint call_title_check check (coalesce(title_en, title_zh_hant, title_zh_hans) is not null),
  constraint call_capabilities_check check (cardinality(capabilities) between 1 and 10),
  constraint call_members_check check (1 <= min_members and min_members <= max_members and max_members <= 30),
  constraint call_source_check check (fictional or source is not null)
);
create index call_deadline_idx on call (deadline);
create index call_organiser_id_idx on call (organiser_id);
create trigger call_rules before insert or update on call for each row execute function call_rules();
