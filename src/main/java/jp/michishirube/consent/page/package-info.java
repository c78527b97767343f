/** The pages, papers and API of consent. */
package jp.michishirube.consent.page;
