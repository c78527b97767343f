package jp.michishirube.sharing.supporter;

import java.util.Locale;

/**
 * A supporter who was found in the pool changed the own contact. Published within the transaction.
 *
 * @param mail  null for none; {@code phone} likewise
 * @param own   behind a link that nobody else had
 */
public record ContactEdited(long volunteerId, String mail, String phone, Locale language, boolean own) {}
