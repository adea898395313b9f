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
  -- The staff account that the printed link signs in to; there is one.
  built_in    boolean not null default false,
  created_at  timestamptz not null,
  disabled_at timestamptz,
  constraint account_pkey primary key (id),
  constraint account_email_key unique (email),
  constraint account_role_check check (role in ('member', 'staff', 'admin')),
  constraint account_email_check check (email = lower(email) and length(email) between 3 and 254),
  constraint account_name_check check (length(name) between 1 and 100),
  constraint account_language_check check (language in ('en', 'zh-Hant', 'zh-Hans'))
);

create unique index account_built_in_key on account (built_in) where built_in;
insert into account (id, role, built_in, created_at) values (gen_random_uuid(), 'staff', true, now());

create table membership (
  account_id      uuid not null,
  organisation_id uuid not null,
  since           timestamptz not null,
  constraint membership_pkey primary key (account_id, organisation_id),
  constraint membership_account_id_fk foreign key (account_id) references account (id) on delete cascade,
  constraint membership_organisation_id_fk foreign key (organisation_id) references organisation (id)
);
create index membership_organisation_id_idx on membership (organisation_id);

-- A browser that is signed in. What it may do is looked up in its account at every request; the role
-- here is the one that its secret was given for, so that a change of role gives it a new one.
drop table session;
create table session (
  id           uuid not null,
  hash         bytea not null,
  account_id   uuid not null,
  role         text not null,
  way          text not null,
  -- Browser and system in words; neither the header nor the address is kept.
  device       text not null,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  constraint session_pkey primary key (id),
  constraint session_hash_key unique (hash),
  constraint session_account_id_fk foreign key (account_id) references account (id) on delete cascade,
  constraint session_role_check check (role in ('member', 'staff', 'admin')),
  constraint session_way_check check (way in ('printed-link', 'mail-link', 'provider', 'passkey')),
  constraint session_device_check check (length(device) <= 60),
  constraint session_hash_check check (octet_length(hash) = 32)
);
create index session_account_id_idx on session (account_id);
create index session_last_seen_at_idx on session (last_seen_at);

-- The link that the program prints.
drop table sign_in_link;
create table printed_link (
  hash       bytea not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  constraint printed_link_pkey primary key (hash),
  constraint printed_link_hash_check check (octet_length(hash) = 32)
);

-- A link that was sent by mail. It works once, and only in the browser that asked for it: that one
-- holds the secret behind browser_hash.
create table mail_link (
  hash         bytea not null,
  browser_hash bytea not null,
  email        text not null,
  language     text not null,
  next         text not null,
  -- False where the address has no account that could be signed in to, and may not get one. Its
  -- letter holds no link; the row is there so that asking is the same work for every address.
  good         boolean not null,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  constraint mail_link_pkey primary key (hash),
  constraint mail_link_hash_check check (octet_length(hash) = 32),
  constraint mail_link_browser_hash_check check (octet_length(browser_hash) = 32),
  constraint mail_link_email_check check (email = lower(email) and length(email) between 3 and 254),
  constraint mail_link_next_check check (next ~ '^/')
);
create index mail_link_expires_at_idx on mail_link (expires_at);

-- A key belongs to the account that made it and can do no more than that account; one of nobody was
-- made at the command line. While a key is rotated its former secret works until former_until.
alter table api_key
  add column account_id   uuid,
  add column scopes       text[] not null default '{read,write,people}',
  add column expires_at   timestamptz,
  add column last_used_at timestamptz,
  add column former_hash  bytea,
  add column former_until timestamptz,
  drop constraint api_key_role_check,
  add constraint api_key_role_check check (role in ('member', 'staff', 'admin')),
  add constraint api_key_account_id_fk foreign key (account_id) references account (id) on delete cascade,
  add constraint api_key_former_hash_key unique (former_hash),
  add constraint api_key_former_check check ((former_hash is null) = (former_until is null)),
  add constraint api_key_scopes_check check (scopes <> '{}' and scopes <@ '{read,write,people}'::text[]);
create index api_key_account_id_idx on api_key (account_id);

-- Who an account is at a provider of OpenID Connect. The subject never changes there; names and
-- addresses do, and are not kept.
create table external_identity (
  issuer       text not null,
  subject      text not null,
  account_id   uuid not null,
  created_at   timestamptz not null,
  last_used_at timestamptz not null,
  constraint external_identity_pkey primary key (issuer, subject),
  constraint external_identity_account_id_issuer_key unique (account_id, issuer),
  constraint external_identity_account_id_fk foreign key (account_id) references account (id) on delete cascade,
  constraint external_identity_subject_check check (length(subject) between 1 and 255)
);

-- A sign-in that was begun at a provider and has not come back yet.
create table provider_attempt (
  state_hash   bytea not null,
  browser_hash bytea not null,
  provider     text not null,
  -- The account that the identity is to be added to; null for a sign-in.
  account_id   uuid,
  next         text not null,
  expires_at   timestamptz not null,
  constraint provider_attempt_pkey primary key (state_hash),
  constraint provider_attempt_account_id_fk foreign key (account_id) references account (id) on delete cascade,
  constraint provider_attempt_state_hash_check check (octet_length(state_hash) = 32),
  constraint provider_attempt_browser_hash_check check (octet_length(browser_hash) = 32),
  constraint provider_attempt_next_check check (next ~ '^/')
);
create index provider_attempt_expires_at_idx on provider_attempt (expires_at);

create table passkey (
  credential_id bytea not null,
  account_id    uuid not null,
  name          text not null,
  public_key    bytea not null,
  -- Counts what the authenticator signed, where it counts; going back means that it was copied.
  counter       bigint not null,
  created_at    timestamptz not null,
  last_used_at  timestamptz,
  constraint passkey_pkey primary key (credential_id),
  constraint passkey_account_id_fk foreign key (account_id) references account (id) on delete cascade,
  constraint passkey_credential_id_check check (octet_length(credential_id) between 1 and 1023),
  constraint passkey_name_check check (length(name) between 1 and 60),
  constraint passkey_counter_check check (counter >= 0)
);
create index passkey_account_id_idx on passkey (account_id);

-- A question that an authenticator is to sign, asked of one browser, answered once.
create table passkey_challenge (
  id           uuid not null,
  browser_hash bytea not null,
  account_id   uuid,
  request      text not null,
  expires_at   timestamptz not null,
  constraint passkey_challenge_pkey primary key (id),
  constraint passkey_challenge_account_id_fk foreign key (account_id) references account (id) on delete cascade,
  constraint passkey_challenge_browser_hash_check check (octet_length(browser_hash) = 32)
);
create index passkey_challenge_expires_at_idx on passkey_challenge (expires_at);
create index passkey_challenge_account_id_idx on passkey_challenge (account_id);
create index provider_attempt_account_id_idx on provider_attempt (account_id);
