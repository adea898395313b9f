-- Searches that people keep, what was newly found for them, and how they want to hear of it.

create table saved_search (
  id          uuid not null,
  account_id  uuid not null,
  name        text not null,
  query       text not null,
  -- The chosen facet values as a query of an address, in one order; empty for none.
  filters     text not null,
  language    text not null,
  -- Found so many when it was saved that they are not remembered one by one.
  wide        boolean not null,
  made_at     timestamptz not null,
  -- The secret in the address of its feed: to find it by, and sealed, to show it to its owner again.
  feed_hash   bytea,
  feed_sealed bytea,
  constraint saved_search_pkey primary key (id),
  constraint saved_search_account_id_fk foreign key (account_id) references account (id) on delete cascade,
  constraint saved_search_feed_hash_key unique (feed_hash),
  constraint saved_search_name_check check (char_length(name) between 1 and 100),
  constraint saved_search_query_check check (char_length(query) <= 300),
  constraint saved_search_filters_check check (char_length(filters) <= 2000),
  constraint saved_search_language_check check (language in ('en', 'zh-Hant', 'zh-Hans')),
  constraint saved_search_feed_check check ((feed_hash is null) = (feed_sealed is null))
);
create index saved_search_account_id_idx on saved_search (account_id);

-- What a saved search finds already, so that only what is new to it is told.
create table saved_search_known (
  saved_search_id uuid not null,
  organisation_id uuid not null,
  constraint saved_search_known_pkey primary key (saved_search_id, organisation_id),
  constraint saved_search_known_saved_search_id_fk foreign key (saved_search_id)
    references saved_search (id) on delete cascade,
  constraint saved_search_known_organisation_id_fk foreign key (organisation_id)
    references organisation (id) on delete cascade
);
create index saved_search_known_organisation_id_idx on saved_search_known (organisation_id);

-- What was newly found. Ids only: what is shown of it is read when it is shown, by whoever may see it then.
create table finding (
  id              uuid not null,
  saved_search_id uuid not null,
  organisation_id uuid not null,
  subject         text not null,
  subject_id      text not null,
  -- Where the change stands in the feed: what is followed twice is found once.
  position        bigint not null,
  found_at        timestamptz not null,
  read_at         timestamptz,
  -- When a letter told of it, or it was no longer to be told.
  told_at         timestamptz,
  constraint finding_pkey primary key (id),
  constraint finding_once_key unique (saved_search_id, subject, subject_id, position),
  constraint finding_saved_search_id_fk foreign key (saved_search_id)
    references saved_search (id) on delete cascade,
  constraint finding_organisation_id_fk foreign key (organisation_id)
    references organisation (id) on delete cascade,
  constraint finding_subject_check check (subject in ('organisation', 'need', 'offer'))
);
create index finding_saved_search_id_idx on finding (saved_search_id, id);
create index finding_organisation_id_idx on finding (organisation_id);
create index finding_untold_idx on finding (saved_search_id) where told_at is null;

-- How somebody hears of it by mail. No row means daily.
create table alert_choice (
  account_id  uuid not null,
  letters     text not null,
  -- The secret of the link in letters that ends them.
  stop_hash   bytea,
  stop_sealed bytea,
  -- The day in Hong Kong of the last letter.
  last_letter date,
  constraint alert_choice_pkey primary key (account_id),
  constraint alert_choice_account_id_fk foreign key (account_id) references account (id) on delete cascade,
  constraint alert_choice_stop_hash_key unique (stop_hash),
  constraint alert_choice_letters_check check (letters in ('off', 'daily', 'weekly')),
  constraint alert_choice_stop_check check ((stop_hash is null) = (stop_sealed is null))
);

-- How far the change feed was followed, and up to which day needs and offers were seen to open.
create table alert_place (
  only_one boolean not null default true,
  position bigint not null,
  sequence bigint not null,
  day      date not null,
  constraint alert_place_pkey primary key (only_one),
  constraint alert_place_only_one_check check (only_one)
);
