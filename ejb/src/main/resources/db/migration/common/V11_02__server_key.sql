create table session_server_key (
    name varchar(64) not null,
    sealed bytea not null,
    created_at timestamp(6) with time zone not null,
    constraint session_server_key_has_a_name primary key (name)
);
