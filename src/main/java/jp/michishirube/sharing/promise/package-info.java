/** What people promise who help, in the municipality's own words and by version. */
package jp.michishirube.sharing.promise;
