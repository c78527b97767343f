/** Copies on paper: the ledger of who holds which, the yearly stock-take, and what the QR code on a copy tells. */
package jp.michishirube.sharing.paper;
