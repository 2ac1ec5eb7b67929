-- The receipts that still open emergencies are read day by day of their filing for the snapshot that verifies without a network.
create index application_filed on applications.application (filed_on, id);
