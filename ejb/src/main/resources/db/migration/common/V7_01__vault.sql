create table vault_account (
    id uuid not null,
    organisation uuid not null,
    asset uuid not null,
    name varchar(128) not null,
    name_key varchar(128) not null,
    username varchar(128) not null,
    kind varchar(16) not null,
    privileged boolean not null,
    su_from uuid,
    active boolean not null,
    comment varchar(1024) not null,
    secret_version integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    changed bigint not null,
    revision bigint not null,
    constraint vault_account_has_an_id primary key (id),
    constraint vault_account_asset_exists foreign key (asset) references inventory_asset (id),
    constraint vault_account_su_from_exists foreign key (su_from) references vault_account (id),
    constraint vault_account_name_is_unique_on_its_asset unique (asset, name_key)
);
create index vault_account_by_version on vault_account (organisation, changed);
create index vault_account_by_username on vault_account (organisation, username);

create table vault_secret (
    id uuid not null,
    organisation uuid not null,
    account uuid not null,
    version integer not null,
    kind varchar(16) not null,
    sealed bytea not null,
    sealed_passphrase bytea,
    created_at timestamp(6) with time zone not null,
    created_by varchar(128) not null,
    constraint vault_secret_has_an_id primary key (id),
    constraint vault_secret_account_exists foreign key (account) references vault_account (id),
    constraint vault_secret_version_is_unique_for_its_account unique (account, version)
);
create table vault_removal (
    id uuid not null,
    organisation uuid not null,
    subject uuid not null,
    changed bigint not null,
    constraint vault_removal_has_an_id primary key (id)
);
create index vault_removal_by_version on vault_removal (organisation, changed);
