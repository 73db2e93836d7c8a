create table session_transfer (
    id uuid not null,
    organisation uuid not null,
    session uuid not null,
    user_id uuid not null,
    username varchar(255) not null,
    address varchar(64) not null,
    asset uuid not null,
    asset_name varchar(255) not null,
    account_name varchar(255) not null,
    protocol varchar(32) not null,
    operation varchar(32) not null,
    path varchar(16384) not null,
    second_path varchar(16384) not null,
    bytes bigint not null,
    sha256 varchar(64),
    whole boolean not null,
    outcome varchar(16) not null,
    detail varchar(1000) not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone not null,
    constraint session_transfer_has_an_id primary key (id),
    constraint session_transfer_ends_after_its_start check (ended_at >= started_at),
    constraint session_transfer_of_a_whole_file_has_a_hash check (not whole or sha256 is not null)
);

create index session_transfer_by_time on session_transfer (organisation, started_at);
create index session_transfer_by_session on session_transfer (organisation, session, started_at);
create index session_transfer_by_user on session_transfer (organisation, user_id, started_at);
create index session_transfer_by_asset on session_transfer (organisation, asset, started_at);
