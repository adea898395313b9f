-- Who may see a record, on every kind of record that belongs to an organisation, and on itself.

alter table organisation add column visibility text not null default 'public';
alter table organisation add constraint organisation_visibility_check
  check (visibility in ('public', 'members', 'staff', 'hidden'));

alter table relation add column visibility text not null default 'public';
alter table relation add constraint relation_visibility_check
  check (visibility in ('public', 'members', 'staff', 'hidden'));

alter table allocation add column visibility text not null default 'public';
alter table allocation add constraint allocation_visibility_check
  check (visibility in ('public', 'members', 'anonymous', 'staff', 'hidden'));

alter table need drop constraint need_visibility_check;
alter table need add constraint need_visibility_check
  check (visibility in ('public', 'members', 'anonymous', 'match-only', 'staff', 'hidden'));
alter table offer drop constraint offer_visibility_check;
alter table offer add constraint offer_visibility_check
  check (visibility in ('public', 'members', 'anonymous', 'match-only', 'staff', 'hidden'));

-- The smallest audience that came across the subject before the change, and after it: 'none' while
-- it did not exist and while it is hidden. Readers of the feed are told what happened to what they
-- may see, so a record that becomes hidden is deleted for them, and one that appears is created.
alter table change add column seen_before text not null default 'none';
alter table change add column seen_after text not null default 'none';
alter table change add constraint change_seen_before_check check (seen_before in ('public', 'members', 'staff', 'none'));
alter table change add constraint change_seen_after_check check (seen_after in ('public', 'members', 'staff', 'none'));
create index change_entity_entity_id_idx on change (entity, entity_id, sequence desc);

-- Until now everything but needs and offers was public, and of those only staff read in the feed.
update change set
  seen_before = case when action = 'created' then 'none' when entity in ('need', 'offer') then 'staff' else 'public' end,
  seen_after  = case when action = 'deleted' then 'none' when entity in ('need', 'offer') then 'staff' else 'public' end;
