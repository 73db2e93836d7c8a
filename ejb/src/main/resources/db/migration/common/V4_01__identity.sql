create table identity_organisation (
    id uuid not null,
    name varchar(128) not null,
    constraint identity_organisation_has_an_id primary key (id),
    constraint identity_organisation_name_is_unique unique (name)
);

insert into identity_organisation (id, name) values ('00000000-0000-7000-8000-000000000000', 'Default');

create table identity_role (
    id uuid not null,
    name varchar(128) not null,
    built_in varchar(64),
    constraint identity_role_has_an_id primary key (id),
    constraint identity_role_name_is_unique unique (name)
);

insert into identity_role (id, name, built_in) values
    ('00000000-0000-7000-8000-000000000001', 'System administrator', 'SYSTEM_ADMINISTRATOR'),
    ('00000000-0000-7000-8000-000000000002', 'Organisation administrator', 'ORGANISATION_ADMINISTRATOR'),
    ('00000000-0000-7000-8000-000000000003', 'Auditor', 'AUDITOR'),
    ('00000000-0000-7000-8000-000000000004', 'User', 'USER');

create table identity_user (
    id uuid not null,
    organisation uuid not null,
    username varchar(64) not null,
    name varchar(255) not null,
    email varchar(255) not null,
    locale varchar(35) not null,
    active boolean not null,
    expires_at timestamp(6) with time zone,
    created_at timestamp(6) with time zone not null,
    version integer not null,
    constraint identity_user_has_an_id primary key (id),
    constraint identity_username_is_unique unique (username),
    constraint identity_username_must_not_be_empty check (username <> ''),
    constraint identity_user_belongs_to_an_organisation foreign key (organisation) references identity_organisation (id)
);

create table identity_user_role (
    user_id uuid not null,
    role_id uuid not null,
    constraint identity_user_has_a_role_once primary key (user_id, role_id),
    constraint identity_user_role_names_a_user foreign key (user_id) references identity_user (id) on delete cascade,
    constraint identity_user_role_names_a_role foreign key (role_id) references identity_role (id)
);

create table identity_credentials (
    user_id uuid not null,
    password_hash varchar(255),
    password_changed_at timestamp(6) with time zone,
    password_must_change boolean not null,
    totp_key bytea,
    totp_pending_key bytea,
    totp_last_step bigint not null,
    version integer not null,
    constraint identity_credentials_have_a_user primary key (user_id),
    constraint identity_credentials_name_a_user foreign key (user_id) references identity_user (id) on delete cascade
);

create table identity_group (
    id uuid not null,
    organisation uuid not null,
    name varchar(128) not null,
    comment varchar not null,
    version integer not null,
    constraint identity_group_has_an_id primary key (id),
    constraint identity_group_name_is_unique unique (organisation, name),
    constraint identity_group_name_must_not_be_empty check (name <> '')
);

create table identity_group_member (
    group_id uuid not null,
    user_id uuid not null,
    constraint identity_group_has_a_member_once primary key (group_id, user_id),
    constraint identity_group_member_names_a_group foreign key (group_id) references identity_group (id) on delete cascade,
    constraint identity_group_member_names_a_user foreign key (user_id) references identity_user (id) on delete cascade
);

create index identity_group_member_by_user on identity_group_member (user_id);

create table identity_ssh_key (
    id uuid not null,
    user_id uuid not null,
    name varchar(255) not null,
    type varchar(64) not null,
    encoded bytea not null,
    fingerprint varchar(64) not null,
    added_at timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone,
    constraint identity_ssh_key_has_an_id primary key (id),
    constraint identity_ssh_key_is_a_users_once unique (user_id, fingerprint),
    constraint identity_ssh_key_names_a_user foreign key (user_id) references identity_user (id) on delete cascade
);

create table identity_token (
    id uuid not null,
    user_id uuid not null,
    name varchar(255) not null,
    hash bytea not null,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone,
    constraint identity_token_has_an_id primary key (id),
    constraint identity_token_is_unique unique (hash),
    constraint identity_token_names_a_user foreign key (user_id) references identity_user (id) on delete cascade
);

create index identity_token_by_user on identity_token (user_id);

create table identity_link (
    id uuid not null,
    purpose varchar(16) not null,
    hash bytea not null,
    expires_at timestamp(6) with time zone not null,
    constraint identity_link_has_an_id primary key (id),
    constraint identity_link_is_unique unique (hash)
);
