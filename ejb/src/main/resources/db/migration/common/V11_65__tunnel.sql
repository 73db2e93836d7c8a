create table session_tunnel (
    id uuid not null,
    organisation uuid not null,
    session uuid not null,
    user_id uuid not null,
    username varchar(255) not null,
    asset uuid not null,
    asset_name varchar(255) not null,
    account_name varchar(255) not null,
    direction varchar(16) not null,
    host varchar(255) not null,
    port integer not null,
    originator varchar(255) not null,
    sent_bytes bigint not null,
    received_bytes bigint not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone not null,
    constraint session_tunnel_has_an_id primary key (id),
    constraint session_tunnel_ends_after_its_start check (ended_at >= started_at)
);

create index session_tunnel_by_time on session_tunnel (organisation, started_at);
create index session_tunnel_by_session on session_tunnel (organisation, session, started_at);
create index session_tunnel_by_user on session_tunnel (organisation, user_id, started_at);
