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

-- When an account was last used, by a person or a program: sessions and keys are forgotten earlier.
alter table account add column last_seen_at timestamptz;
create function account_seen() returns trigger language plpgsql as $$
begin
  update account set last_seen_at = statement_timestamp()
    where id = new.account_id and (last_seen_at is null or last_seen_at < statement_timestamp() - interval '1 day');
  return null;
end $$;
create trigger session_seen after insert or update of last_seen_at on session
  for each row execute function account_seen();
create trigger api_key_seen after update of last_used_at on api_key
  for each row when (new.account_id is not null) execute function account_seen();
create trigger external_identity_seen after insert or update of last_used_at on external_identity
  for each row execute function account_seen();

-- An erased account stays as an id without a person: the audit names it, and must keep its meaning.
alter table account add column erased_at timestamptz;
alter table account add constraint account_erased_at_check
  check (erased_at is null or (email is null and name is null and disabled_at is not null));
