alter table policy_permission add column changed bigint default 1 not null;
create index policy_permission_by_version on policy_permission (organisation, changed);

create table policy_removal (
    id uuid not null,
    organisation uuid not null,
    subject uuid not null,
    changed bigint not null,
    constraint policy_removal_has_an_id primary key (id)
);
create index policy_removal_by_version on policy_removal (organisation, changed);
