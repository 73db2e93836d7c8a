create table session_session (
    id uuid not null,
    organisation uuid not null,
    user_id uuid not null,
    username varchar(255) not null,
    asset uuid not null,
    asset_name varchar(255) not null,
    account uuid,
    account_name varchar(255) not null,
    protocol varchar(32) not null,
    kind varchar(16) not null,
    command varchar not null,
    via varchar(16) not null,
    address varchar(64) not null,
    permission uuid not null,
    sign_in uuid not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    outcome varchar(32) not null,
    detail varchar(1000) not null,
    input_bytes bigint not null,
    output_bytes bigint not null,
    recorded boolean not null,
    recording_bytes bigint not null,
    recording_chunks bigint not null,
    recording_hash bytea,
    constraint session_session_has_an_id primary key (id),
    constraint session_session_ends_after_its_start check (ended_at is null or ended_at >= started_at)
);

create index session_session_by_time on session_session (organisation, started_at);
create index session_session_by_user on session_session (organisation, user_id, started_at);
create index session_session_by_asset on session_session (organisation, asset, started_at);
create index session_session_by_end on session_session (ended_at);
