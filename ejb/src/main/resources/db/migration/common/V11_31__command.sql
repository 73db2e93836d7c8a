create table session_command (
    id uuid not null,
    organisation uuid not null,
    session uuid not null,
    sequence integer not null,
    user_id uuid not null,
    username varchar(255) not null,
    asset uuid not null,
    asset_name varchar(255) not null,
    account_name varchar(255) not null,
    text varchar(1000000) not null,
    output varchar(4096) not null,
    started_at timestamp(6) with time zone not null,
    offset_millis bigint not null,
    exit_status integer,
    risk varchar(16) not null,
    constraint session_command_has_an_id primary key (id),
    constraint session_command_sequence_counts_from_one check (sequence > 0)
);

create index session_command_by_time on session_command (organisation, started_at);
create index session_command_by_session on session_command (organisation, session, sequence);
create index session_command_by_user on session_command (organisation, user_id, started_at);
create index session_command_by_asset on session_command (organisation, asset, started_at);
