/** Acts that add a record of consent: asked, given, refused, withdrawn, expired, handed over; and what must be asked anew. */
package jp.michishirube.consent.record;
