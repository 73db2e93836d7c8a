-- where the action TUNNEL leads to; none named: the asset itself
alter table policy_permission add column tunnels varchar(8000) default '' not null;
