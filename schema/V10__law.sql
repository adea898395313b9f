-- What the law asks for: consent to dated notices, and erasure that leaves no person behind.

create table consent (
  account_id   uuid not null,
  notice       text not null,
  version      integer not null,
  language     text not null,
  given_at     timestamptz not null,
  constraint consent_pkey primary key (account_id, notice, version),
  constraint consent_account_id_fk foreign key (account_id) references account (id) on delete cascade,
  constraint consent_notice_check check (notice in ('privacy')),
  constraint consent_version_check check (version >= 1),
  constraint consent_language_check check (language in ('en', 'zh-Hant', 'zh-Hans'))
);

-- An erased account stays as an id without a person: the audit names it, and must keep its meaning.
alter table account add column erased_at timestamptz;
alter table account add constraint account_erased_at_check
  check (erased_at is null or (email is null and name is null and disabled_at is not null));
