-- People who act, the organisations that they act for, and how they prove who they are.

create table account (
  id          uuid not null,
  version     bigint not null default 1,
  role        text not null,
  -- Lower case throughout, so that one address is one account. Null for the first staff account,
  -- which comes in by the printed link, and for an account that was erased.
  email       text,
  name        text,
  language    text not null default 'en',
  created_at  timestamptz not null,
  disabled_at timestamptz,
  constraint account_pkey primary key (id),
  constraint account_email_key unique (email),
  constraint account_role_check check (role in ('member', 'staff', 'admin')),
  constraint account_email_check check (email = lower(email) and length(email) between 3 and 254),
  constraint account_name_check check (length(name) between 1 and 100),
  constraint account_language_check check (language in ('en', 'zh-Hant', 'zh-Hans'))
);

create table membership (
  account_id      uuid not null,
  organisation_id uuid not null,
  since           timestamptz not null,
  constraint membership_pkey primary key (account_id, organisation_id),
  constraint membership_account_id_fk foreign key (account_id) references account (id) on delete cascade,
  constraint membership_organisation_id_fk foreign key (organisation_id) references organisation (id)
);
create index membership_organisation_id_idx on membership (organisation_id);
