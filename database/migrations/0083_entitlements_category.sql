-- A family that was registered as vulnerable and is found poor on appeal stays registered, in its true category.
grant update (category) on entitlements.registration to ramed_app;
