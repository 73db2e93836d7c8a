-- the session that an event is about; only finds events, their fields say what is true
alter table audit_leaf add column subject uuid;
update audit_leaf set subject = cast(substring(fields from 18 for 36) as uuid)
    where type in ('session.recording-closed', 'session.recovered') and fields like '{"session":{"v":"%';
create index audit_leaf_by_subject on audit_leaf (subject);
