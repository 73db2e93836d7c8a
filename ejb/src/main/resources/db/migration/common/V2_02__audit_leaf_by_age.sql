create index audit_leaf_by_age on audit_leaf (at);
