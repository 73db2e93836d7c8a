alter table session_command add column typed_by varchar(2000) default '' not null;

create table session_share (
    id uuid not null,
    organisation uuid not null,
    session uuid not null,
    access varchar(16) not null,
    created_by uuid not null,
    created_by_name varchar(255) not null,
    by_owner boolean not null,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    ended_by_name varchar(255) not null,
    token_hash bytea not null,
    constraint session_share_has_an_id primary key (id),
    constraint session_share_expires_after_its_start check (expires_at > created_at)
);

create index session_share_by_session on session_share (organisation, session, created_at);

create table session_guest (
    id uuid not null,
    organisation uuid not null,
    share uuid not null,
    session uuid not null,
    user_id uuid not null,
    username varchar(255) not null,
    redeemed_at timestamp(6) with time zone,
    joined_at timestamp(6) with time zone,
    left_at timestamp(6) with time zone,
    removed_at timestamp(6) with time zone,
    typed_bytes bigint not null,
    version integer not null,
    constraint session_guest_has_an_id primary key (id),
    constraint session_guest_is_invited_once unique (share, user_id),
    constraint session_guest_belongs_to_a_share foreign key (share) references session_share (id)
);

create index session_guest_by_session on session_guest (organisation, session);
create index session_guest_by_user on session_guest (organisation, user_id);
