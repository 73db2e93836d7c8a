create table access_sign_in (
    id uuid not null,
    organisation uuid not null,
    user_id uuid not null,
    username varchar(64) not null,
    address varchar(64) not null,
    channel varchar(32) not null,
    client varchar(255) not null,
    node varchar(255) not null,
    cookie_hash bytea,
    started_at timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone not null,
    ends_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    end_reason varchar(64),
    constraint access_sign_in_has_an_id primary key (id),
    constraint access_sign_in_cookie_is_unique unique (cookie_hash),
    constraint access_sign_in_ends_for_a_reason check ((ended_at is null) = (end_reason is null))
);

create index access_sign_in_by_user on access_sign_in (user_id, started_at);
create index access_sign_in_by_time on access_sign_in (organisation, started_at);
