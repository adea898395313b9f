-- What every feature stands on: the identity of this database, the change feed, the audit, keys.

-- One row. A view (search index, graph) that was built from another database knows it by this id.
create table installation (
  id         uuid not null,
  created_at timestamptz not null default now(),
  only_row   boolean not null default true,
  constraint installation_pkey primary key (id),
  constraint installation_only_row_key unique (only_row),
  constraint installation_only_row_check check (only_row)
);
insert into installation (id) values (gen_random_uuid());

-- The change feed. Sequence numbers become visible out of order: a transaction that takes a low
-- number may commit after one with a higher number. A follower therefore reads by transaction id,
-- and only below pg_snapshot_xmin(pg_current_snapshot()): all transactions below it have ended.
create table change (
  sequence         bigint generated always as identity,
  transaction_id   bigint not null default pg_current_xact_id()::text::bigint,
  at               timestamptz not null default now(),
  entity           text not null,
  entity_id        text not null,
  action           text not null,
  -- The organisations that it touches: what a view must look at again, even when the row is gone.
  organisation_ids uuid[] not null default '{}',
  constraint change_pkey primary key (sequence),
  constraint change_entity_check check (entity in ('organisation', 'need', 'offer', 'relation', 'allocation', 'centre', 'taxonomy')),
  constraint change_action_check check (action in ('created', 'changed', 'deleted'))
);
create index change_transaction_id_sequence_idx on change (transaction_id, sequence);

create table audit (
  sequence  bigint generated always as identity,
  at        timestamptz not null default now(),
  actor     text not null,
  action    text not null,
  entity    text not null,
  entity_id text not null,
  reason    text,
  before    jsonb,
  after     jsonb,
  constraint audit_pkey primary key (sequence),
  constraint audit_actor_check check (actor <> '')
);
create index audit_entity_entity_id_idx on audit (entity, entity_id, sequence);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception using errcode = '23514', table = tg_table_name, constraint = tg_table_name || '_append_only_check',
    message = format('Rows of %I are only ever added.', tg_table_name);
end $$;
create trigger audit_append_only before update or delete on audit
  for each row execute function refuse_rewriting();
create trigger audit_no_truncate before truncate on audit
  for each statement execute function refuse_rewriting();

-- Programs. Only the SHA-256 of a key is kept: a key has 256 random bits, so nothing can be guessed from it.
create table api_key (
  id         uuid not null,
  name       text not null,
  role       text not null,
  hash       bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  constraint api_key_pkey primary key (id),
  constraint api_key_hash_key unique (hash),
  constraint api_key_name_check check (name <> '' and length(name) <= 100),
  constraint api_key_role_check check (role in ('staff')),
  constraint api_key_hash_check check (octet_length(hash) = 32)
);

-- One-time sign-in links of staff, and the browser sessions that they open.
create table sign_in_link (
  hash       bytea not null,
  role       text not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  constraint sign_in_link_pkey primary key (hash),
  constraint sign_in_link_role_check check (role in ('staff')),
  constraint sign_in_link_hash_check check (octet_length(hash) = 32)
);
create table session (
  hash       bytea not null,
  role       text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint session_pkey primary key (hash),
  constraint session_role_check check (role in ('staff')),
  constraint session_expires_at_check check (expires_at > created_at),
  constraint session_hash_check check (octet_length(hash) = 32)
);

-- The answer that a POST with an Idempotency-Key got, written in the same transaction as its effect.
create table idempotent_answer (
  actor        text not null,
  key          text not null,
  request_hash bytea not null,
  created_at   timestamptz not null,
  status       integer not null,
  headers      jsonb not null,
  body         bytea not null,
  constraint idempotent_answer_pkey primary key (actor, key),
  constraint idempotent_answer_key_check check (length(key) between 1 and 200),
  constraint idempotent_answer_status_check check (status between 200 and 299)
);
create index idempotent_answer_created_at_idx on idempotent_answer (created_at);
