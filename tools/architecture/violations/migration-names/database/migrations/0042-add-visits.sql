create table care.visit (id uuid primary key);
