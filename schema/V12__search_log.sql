-- How often what is searched, by the week: nobody's account, address or session, and no moment but the week.

create table search_count (
  -- Its Monday in Hong Kong.
  week       date not null,
  kind       text not null,
  -- Folded: one width, small letters, single spaces. Empty for filters alone, and for what is not kept.
  query      text not null,
  filters    text not null,
  language   text not null,
  searches   bigint not null,
  unanswered bigint not null,
  relaxed    bigint not null,
  emptied    bigint not null,
  last_hits  bigint not null,
  constraint search_count_pkey primary key (week, kind, query, filters, language),
  constraint search_count_kind_check check (kind in ('kept', 'withheld', 'beyond')),
  constraint search_count_text_check check (kind = 'kept' or (query = '' and filters = '')),
  constraint search_count_query_check check (char_length(query) <= 100),
  constraint search_count_filters_check check (char_length(filters) <= 500),
  constraint search_count_language_check check (language in ('en', 'zh-Hant', 'zh-Hans'))
);
