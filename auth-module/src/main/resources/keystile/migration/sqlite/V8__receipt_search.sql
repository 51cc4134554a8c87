-- Receipts are looked for by their reason and by the caller's address as well. The id, which the
-- table is kept by, is in each index, so that the newest come first.
CREATE INDEX keystile_receipt_reason ON keystile_receipt (reason);
CREATE INDEX keystile_receipt_address ON keystile_receipt (address) WHERE address IS NOT NULL;
