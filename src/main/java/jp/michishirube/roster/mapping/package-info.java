/**
 * How one vendor's list is read: which of their columns make which of our values, and what their codes mean. Agreed on once per source on a
 * page, kept by heading. Pure: knows no database and no page.
 */
package jp.michishirube.roster.mapping;
