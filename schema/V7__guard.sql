-- The audit as a chain of hashes, and the buckets of limits that several nodes share.

-- Each row of the audit has one link. A link's hash is the SHA-256 of the hash before it and of the row,
-- so whoever changes, removes, adds or moves a row has to write all links after it anew, and a head that
-- was noted elsewhere is no longer among them.
create table audit_link (
  position       bigint not null,
  audit_sequence bigint not null,
  hash           bytea not null,
  constraint audit_link_pkey primary key (position),
  constraint audit_link_audit_sequence_key unique (audit_sequence),
  constraint audit_link_position_check check (position > 0),
  constraint audit_link_hash_check check (octet_length(hash) = 32)
);

-- A text with its length in bytes before it, a null as a hyphen: no two rows read alike.
create function audit_part(part text) returns text language sql immutable as
$$ select coalesce(octet_length(convert_to(part, 'UTF8')) || ':' || part, '-') $$;

-- The bytes of a row that are hashed. The time is in microseconds, which is all that is stored of it.
create function audit_canonical(entry audit) returns bytea language sql stable as
$$ select convert_to(
     audit_part(entry.sequence::text)
     || audit_part((extract(epoch from entry.at) * 1000000)::bigint::text)
     || audit_part(entry.actor) || audit_part(entry.action)
     || audit_part(entry.entity) || audit_part(entry.entity_id) || audit_part(entry.reason)
     || audit_part(entry.before::text) || audit_part(entry.after::text), 'UTF8') $$;

create function audit_append(entry audit) returns void language plpgsql as $$
declare
  head record;
begin
  -- A statement of its own, so that it sees what was committed while the lock was waited for.
  select position, hash into head from audit_link order by position desc limit 1;
  insert into audit_link (position, audit_sequence, hash)
  values (coalesce(head.position, 0) + 1, entry.sequence,
    sha256(coalesce(head.hash, decode(repeat('00', 32), 'hex')) || audit_canonical(entry)));
end $$;

-- What was written before the chain was there, in the order in which it was written.
do $$
declare
  entry audit;
begin
  for entry in select * from audit order by sequence loop
    perform audit_append(entry);
  end loop;
end $$;

-- The lock is taken when the transaction commits, as the last of all its locks, so it is held shortly and
-- nobody who holds it waits for somebody who waits for it.
create function audit_chain() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('praya.audit.chain', 0));
  perform audit_append(new);
  return null;
end $$;
create constraint trigger audit_chain after insert on audit
  deferrable initially deferred for each row execute function audit_chain();

create trigger audit_link_append_only before update or delete on audit_link
  for each row execute function refuse_rewriting();
create trigger audit_link_no_truncate before truncate on audit_link
  for each statement execute function refuse_rewriting();

-- The checks of capacity that wait for the commit may come after the audit's turn there, and would then wait
-- for the lock of the capacity while they hold the lock of the chain. So that lock is taken by the statement.
create function lock_capacity() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('praya.centre.capacity', 0));
  return null;
end $$;
create trigger centre_phase_lock before insert or update or delete on centre_phase
  for each statement execute function lock_capacity();
create trigger unit_rate_lock before insert or update or delete on unit_rate
  for each statement execute function lock_capacity();

-- How much somebody has left of a limit. Unlogged: after a crash everybody begins anew, which is harmless,
-- and counting costs no write to the log. The id is a hash, so no address and no account stands here.
create unlogged table limit_bucket (
  id         text not null,
  state      bytea,
  expires_at bigint,
  constraint limit_bucket_pkey primary key (id)
);
create index limit_bucket_expires_at_idx on limit_bucket (expires_at);
