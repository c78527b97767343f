/**
 * The one issuer of every link and QR code (passes), the one resolver and the one lock-out.
 *
 * <p>A room that wants a page for people without an account:
 * <ol>
 * <li>adds a {@link jp.michishirube.sharing.code.PassKind} with the path below {@code /v/} that it leads to;
 * <li>calls {@link jp.michishirube.sharing.code.IssuePass#issue} in its own transaction and puts
 *     {@link jp.michishirube.sharing.code.IssuePass.Issued#address} into a message, a letter or a QR code: the secret can be read only then;
 * <li>writes a controller below {@code /v/} ({@code @PreAuthorize("permitAll()")}) whose handlers take a
 *     {@link jp.michishirube.sharing.code.Visit} and ask {@link jp.michishirube.sharing.code.Visit#as} first: it names holder and scope,
 *     and nobody else gets in. What may be seen there is asked of consent as anywhere.
 * </ol>
 * Opening ({@code /p/…}) is a POST; a GET shows a button alone, since mail scanners and previews follow links. {@code no-store},
 * {@code noindex} and {@code no-referrer} are set for {@code /p/} and {@code /v/} by the security room.
 */
@NamedInterface("code")
package jp.michishirube.sharing.code;

import org.springframework.modulith.NamedInterface;
