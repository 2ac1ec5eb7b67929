-- Nothing is known to have ended before it was known: a deed that waited for another hand, and would say so of what that hand wrote, is done anew.
alter table entitlements.beneficiary add constraint known_in_order check (known_to >= known_from) not valid;
alter table entitlements.right_period add constraint known_in_order check (known_to >= known_from) not valid;
