create table policy_permission (
    id uuid not null,
    organisation uuid not null,
    name varchar(128) not null,
    name_key varchar(128) not null,
    accounts varchar(4000) not null,
    protocols varchar(1000) not null,
    actions varchar(200) not null,
    valid_from timestamp(6) with time zone,
    valid_until timestamp(6) with time zone,
    active boolean not null,
    comment varchar(1024) not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    revision bigint not null,
    constraint policy_permission_has_an_id primary key (id),
    constraint policy_permission_name_is_unique_in_its_organisation unique (organisation, name_key)
);

create table policy_permission_user (
    permission uuid not null,
    user_id uuid not null,
    constraint policy_permission_names_a_user_once primary key (permission, user_id),
    constraint policy_permission_user_has_a_permission foreign key (permission) references policy_permission (id)
);
create index policy_permission_user_by_user on policy_permission_user (user_id);

create table policy_permission_group (
    permission uuid not null,
    group_id uuid not null,
    constraint policy_permission_names_a_group_once primary key (permission, group_id),
    constraint policy_permission_group_has_a_permission foreign key (permission) references policy_permission (id)
);
create index policy_permission_group_by_group on policy_permission_group (group_id);

create table policy_permission_asset (
    permission uuid not null,
    asset uuid not null,
    constraint policy_permission_names_an_asset_once primary key (permission, asset),
    constraint policy_permission_asset_has_a_permission foreign key (permission) references policy_permission (id)
);
create index policy_permission_asset_by_asset on policy_permission_asset (asset);

create table policy_permission_node (
    permission uuid not null,
    node uuid not null,
    constraint policy_permission_names_a_node_once primary key (permission, node),
    constraint policy_permission_node_has_a_permission foreign key (permission) references policy_permission (id)
);
create index policy_permission_node_by_node on policy_permission_node (node);
