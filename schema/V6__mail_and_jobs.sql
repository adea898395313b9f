-- Mail that is to be sent, the jobs that send it, and which secret key this database belongs to.

-- One row is one letter. Recipient and body are sealed by the vault: a dump holds no address.
create table outbox_mail (
  id              uuid not null,
  -- The writer's name of the letter: a second one of the same name is the same letter.
  key             text not null,
  template        text not null,
  language        text not null,
  recipient       bytea not null,
  -- Gone when the letter is sent: what was a secret link is kept no longer than it is needed.
  body            bytea,
  created_at      timestamptz not null,
  -- From then on it is useless to its reader and is not sent any more.
  expires_at      timestamptz,
  state           text not null default 'queued',
  attempts        integer not null default 0,
  -- Also the lease: who sends a letter moves this ahead, so that nobody else takes it meanwhile.
  next_attempt_at timestamptz not null,
  sent_at         timestamptz,
  -- What kind of failure the last attempt was, and the reply code; never the server's text, which names people.
  error           text,
  constraint outbox_mail_pkey primary key (id),
  constraint outbox_mail_key_key unique (key),
  constraint outbox_mail_key_check check (key ~ '^[a-z0-9:/._-]{1,200}$'),
  constraint outbox_mail_template_check check (template ~ '^[a-z]+(-[a-z]+)*$'),
  constraint outbox_mail_language_check check (language in ('en', 'zh-Hant', 'zh-Hans')),
  constraint outbox_mail_state_check check (state in ('queued', 'sent', 'dead')),
  constraint outbox_mail_attempts_check check (attempts >= 0),
  constraint outbox_mail_body_check check ((body is null) = (state = 'sent')),
  constraint outbox_mail_sent_at_check check ((sent_at is null) = (state <> 'sent')),
  constraint outbox_mail_error_check check (error ~ '^[a-z]+( [0-9]{3})?$')
);
create index outbox_mail_next_attempt_at_idx on outbox_mail (next_attempt_at) where state = 'queued';

-- The keys that this database was sealed with, by ids that tell nothing about them. A node whose key is not
-- among them must not start: it could not open what the others seal.
create table vault_key (
  id         text not null,
  created_at timestamptz not null,
  constraint vault_key_pkey primary key (id),
  constraint vault_key_id_check check (id ~ '^[0-9a-f]{8}$')
);

-- db-scheduler's table, as version 16 wants it, under our name.
create table job (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  constraint job_pkey primary key (task_name, task_instance)
);
create index job_execution_time_idx on job (execution_time);
create index job_last_heartbeat_idx on job (last_heartbeat);
