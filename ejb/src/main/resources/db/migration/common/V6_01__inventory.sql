create table change_clock (
    organisation uuid not null,
    context varchar(32) not null,
    version bigint not null,
    constraint change_clock_ticks_for_each_context primary key (organisation, context)
);

create table inventory_removal (
    id uuid not null,
    organisation uuid not null,
    kind varchar(16) not null,
    subject uuid not null,
    changed bigint not null,
    constraint inventory_removal_has_an_id primary key (id)
);
create index inventory_removal_by_version on inventory_removal (organisation, changed);

create table inventory_platform (
    id uuid not null,
    organisation uuid not null,
    name varchar(128) not null,
    name_key varchar(128) not null,
    category varchar(16) not null,
    type varchar(64) not null,
    charset varchar(16) not null,
    su_method varchar(16) not null,
    protocols varchar(8000) not null,
    revision bigint not null,
    constraint inventory_platform_has_an_id primary key (id),
    constraint inventory_platform_name_is_unique_in_its_organisation unique (organisation, name_key)
);

create table inventory_node (
    id uuid not null,
    organisation uuid not null,
    parent uuid,
    name varchar(128) not null,
    name_key varchar(128) not null,
    path varchar(1000) not null,
    full_name varchar(4000) not null,
    revision bigint not null,
    constraint inventory_node_has_an_id primary key (id),
    constraint inventory_node_parent_exists foreign key (parent) references inventory_node (id),
    constraint inventory_node_name_is_unique_below_its_parent unique (organisation, parent, name_key)
);
create index inventory_node_by_path on inventory_node (organisation, path);

create table inventory_zone (
    id uuid not null,
    organisation uuid not null,
    parent uuid,
    name varchar(128) not null,
    name_key varchar(128) not null,
    comment varchar(1024) not null,
    revision bigint not null,
    constraint inventory_zone_has_an_id primary key (id),
    constraint inventory_zone_parent_exists foreign key (parent) references inventory_zone (id),
    constraint inventory_zone_name_is_unique_in_its_organisation unique (organisation, name_key)
);

create table inventory_asset (
    id uuid not null,
    organisation uuid not null,
    name varchar(128) not null,
    name_key varchar(128) not null,
    address varchar(255) not null,
    platform uuid not null,
    zone uuid,
    protocols varchar(2000) not null,
    labels varchar(8000) not null,
    active boolean not null,
    comment varchar(1024) not null,
    search_text varchar(12000) not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    changed bigint not null,
    revision bigint not null,
    constraint inventory_asset_has_an_id primary key (id),
    constraint inventory_asset_name_is_unique_in_its_organisation unique (organisation, name_key),
    constraint inventory_asset_zone_exists foreign key (zone) references inventory_zone (id)
);
create index inventory_asset_by_version on inventory_asset (organisation, changed);
create index inventory_asset_by_address on inventory_asset (organisation, address);
create index inventory_asset_by_platform on inventory_asset (platform);
create index inventory_asset_by_zone on inventory_asset (zone);

create table inventory_asset_node (
    asset uuid not null,
    node uuid not null,
    constraint inventory_asset_is_once_in_a_node primary key (asset, node),
    constraint inventory_asset_node_has_an_asset foreign key (asset) references inventory_asset (id),
    constraint inventory_asset_node_has_a_node foreign key (node) references inventory_node (id)
);
create index inventory_asset_node_by_node on inventory_asset_node (node);

create table inventory_gateway (
    id uuid not null,
    organisation uuid not null,
    zone uuid not null,
    asset uuid not null,
    priority integer not null,
    active boolean not null,
    health varchar(16) not null,
    checked_at timestamp(6) with time zone,
    revision bigint not null,
    constraint inventory_gateway_has_an_id primary key (id),
    constraint inventory_gateway_zone_exists foreign key (zone) references inventory_zone (id),
    constraint inventory_gateway_asset_exists foreign key (asset) references inventory_asset (id),
    constraint inventory_gateway_is_once_in_a_zone unique (zone, asset)
);

create table inventory_host_key (
    id uuid not null,
    organisation uuid not null,
    asset uuid not null,
    host varchar(255) not null,
    port integer not null,
    key_type varchar(64) not null,
    fingerprint varchar(128) not null,
    encoded bytea not null,
    state varchar(16) not null,
    first_seen_at timestamp(6) with time zone not null,
    last_seen_at timestamp(6) with time zone not null,
    decided_by varchar(128) not null,
    decided_at timestamp(6) with time zone,
    constraint inventory_host_key_has_an_id primary key (id),
    constraint inventory_host_key_asset_exists foreign key (asset) references inventory_asset (id),
    constraint inventory_host_key_is_recorded_once unique (asset, port, key_type, fingerprint)
);
create index inventory_host_key_by_state on inventory_host_key (organisation, state);

create table inventory_favourite (
    id uuid not null,
    organisation uuid not null,
    user_id uuid not null,
    asset uuid not null,
    created_at timestamp(6) with time zone not null,
    constraint inventory_favourite_has_an_id primary key (id),
    constraint inventory_favourite_asset_exists foreign key (asset) references inventory_asset (id),
    constraint inventory_favourite_is_once_for_a_user unique (user_id, asset)
);
