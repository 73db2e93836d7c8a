create table setting_record (
    name varchar(100) not null,
    content varchar not null,
    changed_at timestamp(6) with time zone not null,
    changed_by uuid not null,
    version integer not null,
    constraint setting_record_has_a_name primary key (name)
);
