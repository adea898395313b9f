-- Who asked to act for an organisation, what waits for a decision, and what records were before.

-- One row is one request of an account to act for an organisation.
create table claim (
  id              uuid not null,
  account_id      uuid not null,
  organisation_id uuid not null,
  way             text not null,
  -- Of the mail address only the domain: the address itself is in the letter and nowhere else.
  domain          text,
  -- What the claimant tells staff.
  note            text,
  state           text not null,
  -- The SHA-256 of what the mailed link carries; gone when it is used.
  link_hash       bytea,
  asked_at        timestamptz not null,
  expires_at      timestamptz,
  -- As the audit calls them: account:ID, never a name.
  decided_by      text,
  decided_at      timestamptz,
  reason          text,
  constraint claim_pkey primary key (id),
  constraint claim_link_hash_key unique (link_hash),
  constraint claim_account_id_fk foreign key (account_id) references account (id) on delete cascade,
  constraint claim_organisation_id_fk foreign key (organisation_id) references organisation (id) on delete cascade,
  constraint claim_way_check check (way in ('mail', 'staff')),
  constraint claim_state_check check (state in ('mailed', 'waiting', 'accepted', 'refused', 'withdrawn')),
  constraint claim_domain_check check ((domain is null) = (way = 'staff')),
  constraint claim_note_check check (length(note) between 1 and 1000),
  constraint claim_reason_check check (length(reason) between 3 and 500 and (state <> 'refused' or reason is not null)),
  constraint claim_link_hash_check check (octet_length(link_hash) = 32 and (link_hash is null) = (state <> 'mailed')),
  constraint claim_expires_at_check check (state <> 'mailed' or expires_at > asked_at),
  constraint claim_decided_at_check check ((decided_at is null) = (state in ('mailed', 'waiting')) and (decided_at is null) = (decided_by is null))
);
-- One open claim of an account on an organisation; asking again replaces a link that did not arrive.
create unique index claim_open_key on claim (account_id, organisation_id) where state in ('mailed', 'waiting');
create index claim_organisation_id_idx on claim (organisation_id);
create index claim_waiting_idx on claim (asked_at) where state = 'waiting';

-- A change that staff decide: of names, which others know an organisation by, or a merge of two.
create table proposal (
  id              uuid not null,
  kind            text not null,
  organisation_id uuid not null,
  -- The organisation that goes when a merge is accepted.
  merged_id       uuid,
  proposed_by     text not null,
  account_id      uuid,
  proposed_at     timestamptz not null,
  note            text,
  before          jsonb not null,
  after           jsonb not null,
  state           text not null default 'waiting',
  decided_by      text,
  decided_at      timestamptz,
  reason          text,
  constraint proposal_pkey primary key (id),
  constraint proposal_organisation_id_fk foreign key (organisation_id) references organisation (id) on delete cascade,
  -- No key on the merged one: it is gone once the proposal is accepted.
  constraint proposal_account_id_fk foreign key (account_id) references account (id) on delete set null,
  constraint proposal_kind_check check (kind in ('names', 'merge')),
  constraint proposal_merged_id_check check ((merged_id is null) = (kind = 'names') and merged_id <> organisation_id),
  constraint proposal_note_check check (length(note) between 1 and 1000),
  constraint proposal_state_check check (state in ('waiting', 'accepted', 'refused', 'withdrawn')),
  constraint proposal_reason_check check (length(reason) between 3 and 500 and (state <> 'refused' or reason is not null)),
  constraint proposal_decided_at_check check ((decided_at is null) = (state = 'waiting') and (decided_at is null) = (decided_by is null))
);
-- A later proposal of names takes the place of the one that waits.
create unique index proposal_waiting_names_key on proposal (organisation_id) where state = 'waiting' and kind = 'names';
create unique index proposal_waiting_merge_key on proposal (organisation_id, merged_id) where state = 'waiting' and kind = 'merge';
create index proposal_organisation_id_idx on proposal (organisation_id);
create index proposal_account_id_idx on proposal (account_id);
create index proposal_waiting_idx on proposal (proposed_at) where state = 'waiting';

-- An organisation asks not to be listed any more.
create table delisting (
  id              uuid not null,
  organisation_id uuid not null,
  -- Who saw the organisation before it was delisted; null before.
  was             text,
  account_id      uuid,
  asked_by        text not null,
  asked_at        timestamptz not null,
  note            text,
  state           text not null default 'waiting',
  decided_by      text,
  decided_at      timestamptz,
  reason          text,
  constraint delisting_pkey primary key (id),
  constraint delisting_organisation_id_fk foreign key (organisation_id) references organisation (id) on delete cascade,
  constraint delisting_account_id_fk foreign key (account_id) references account (id) on delete set null,
  constraint delisting_note_check check (length(note) between 1 and 1000),
  constraint delisting_was_check check (was in ('public', 'members', 'staff', 'hidden')),
  -- Reversed: it was delisted, and is listed again.
  constraint delisting_state_check check (state in ('waiting', 'accepted', 'refused', 'withdrawn', 'reversed')),
  constraint delisting_reason_check check (length(reason) between 3 and 500 and (state <> 'refused' or reason is not null)),
  constraint delisting_decided_at_check check ((decided_at is null) = (state = 'waiting') and (decided_at is null) = (decided_by is null))
);
create index delisting_organisation_id_idx on delisting (organisation_id);
create index delisting_account_id_idx on delisting (account_id);
create unique index delisting_open_key on delisting (organisation_id) where state in ('waiting', 'accepted');

-- What a record was after each of its writes. The audit keeps the same in a chain that nobody may
-- rewrite; here a text can be blacked out when the law asks for it, and the rest stays readable.
create table record_version (
  entity          text not null,
  entity_id       text not null,
  -- Counts the writes of a record from 1, and goes on when a deleted one comes back.
  number          bigint not null,
  organisation_id uuid not null,
  at              timestamptz not null default now(),
  actor           text not null,
  -- What the actor was then; people are shown by this word, not by name.
  role            text not null,
  reason          text,
  -- Null when the write deleted the record.
  content         jsonb,
  constraint record_version_pkey primary key (entity, entity_id, number),
  constraint record_version_entity_check check (entity in ('organisation', 'need', 'offer')),
  constraint record_version_number_check check (number >= 1),
  constraint record_version_role_check check (role in ('anyone', 'member', 'staff', 'admin'))
);
create index record_version_organisation_id_idx on record_version (organisation_id, at);

-- Records that were written before there was a history take it from the audit.
insert into record_version (entity, entity_id, number, organisation_id, at, actor, role, reason, content)
select a.entity, a.entity_id, row_number() over (partition by a.entity, a.entity_id order by a.sequence),
  o.id, a.at, a.actor, case when a.actor like 'praya:%' then 'admin' else 'staff' end, a.reason, a.after
from audit a
join organisation o on o.id::text = a.entity_id
  or (a.entity <> 'organisation' and o.slug = coalesce(a.after, a.before) ->> 'organisation')
where a.entity in ('organisation', 'need', 'offer');

-- Who said last that a fact is still true.
alter table statement add column confirmed_by text;

-- When members were last reminded, and who wants no reminders.
create table reminder (
  organisation_id uuid not null,
  account_id      uuid not null,
  sent_at         timestamptz not null,
  constraint reminder_pkey primary key (organisation_id, account_id),
  constraint reminder_organisation_id_fk foreign key (organisation_id) references organisation (id) on delete cascade,
  constraint reminder_account_id_fk foreign key (account_id) references account (id) on delete cascade
);
create index reminder_account_id_idx on reminder (account_id);
create table no_reminder (
  account_id uuid not null,
  since      timestamptz not null,
  constraint no_reminder_pkey primary key (account_id),
  constraint no_reminder_account_id_fk foreign key (account_id) references account (id) on delete cascade
);
