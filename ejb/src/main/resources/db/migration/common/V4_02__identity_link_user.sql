alter table identity_link add column user_id uuid;
