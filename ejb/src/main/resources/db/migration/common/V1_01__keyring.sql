create table keyring_key_encryption_key (
    id uuid not null,
    owner uuid not null,
    month varchar(7) not null,
    wrapped bytea not null,
    created_at timestamp(6) with time zone not null,
    constraint keyring_key_encryption_key_has_an_id primary key (id),
    constraint keyring_owner_has_one_key_a_month unique (owner, month)
);

create table keyring_signing_key (
    id uuid not null,
    public_key bytea not null,
    sealed_private_key bytea not null,
    created_at timestamp(6) with time zone not null,
    constraint keyring_signing_key_has_an_id primary key (id)
);
