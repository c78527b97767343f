/**
 * SMS and calls, by a provider behind a port. Providers take no key: a try whose answer is lost leaves the fate unknown, and a warning goes a second
 * time marked 再送.
 */
@NamedInterface("telephone")
package jp.michishirube.sharing.telephone;

import org.springframework.modulith.NamedInterface;
