-- since when a gateway is as it is, why, how fast it answered, and when somebody last set out to look
alter table inventory_gateway add column health_since timestamp(6) with time zone;
alter table inventory_gateway add column health_words varchar(1000) default '' not null;
alter table inventory_gateway add column latency_millis bigint;
alter table inventory_gateway add column turned_away boolean default false not null;
alter table inventory_gateway add column probed_at timestamp(6) with time zone;
update inventory_gateway set health_since = checked_at;
