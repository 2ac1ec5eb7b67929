-- Where a family is told of its request, and that it reads there, is known by one module: notices.recipient. A contact is what the family wrote.
alter table applications.contact drop column phone_proven_at;
