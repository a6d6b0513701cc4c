/// Every attempt at the door, accepted or refused, as the ledger keeps it.
package enum Scan {}
