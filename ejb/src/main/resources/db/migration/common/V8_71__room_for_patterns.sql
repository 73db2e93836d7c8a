-- patterns of 300 characters, of which each may be written as nine
alter table inventory_platform alter column protocols set data type varchar(65000);
