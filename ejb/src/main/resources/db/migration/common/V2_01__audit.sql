create table audit_leaf (
    id uuid not null,
    organisation uuid not null,
    type varchar(100) not null,
    at timestamp(6) with time zone not null,
    actor uuid not null,
    actor_name varchar(255) not null,
    address varchar(64) not null,
    channel varchar(32) not null,
    sign_in uuid not null,
    fields varchar not null,
    content_hash bytea not null,
    mac bytea not null,
    constraint audit_leaf_has_an_id primary key (id)
);

create index audit_leaf_by_time on audit_leaf (organisation, at);
create index audit_leaf_by_actor on audit_leaf (organisation, actor, at);

create table audit_position (
    position bigint not null,
    leaf uuid not null,
    chain_hash bytea not null,
    constraint audit_position_is_unique primary key (position),
    constraint audit_leaf_has_one_position unique (leaf)
);

create table audit_head (
    position bigint not null,
    chain_hash bytea not null,
    signed_at timestamp(6) with time zone not null,
    signing_key uuid not null,
    signature bytea not null,
    constraint audit_head_is_signed_once primary key (position)
);

create table audit_lease (
    name varchar(64) not null,
    holder varchar(255) not null,
    until timestamp(6) with time zone not null,
    constraint audit_lease_has_a_name primary key (name)
);
