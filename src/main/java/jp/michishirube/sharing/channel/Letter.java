package jp.michishirube.sharing.channel;

import java.util.List;
import java.util.UUID;

/**
 * A message in words, ready to go.
 *
 * @param key     the same at each try
 * @param address as the {@link AddressBook} told it now
 * @param subject for ways that have one
 * @param text    the whole text, with the link
 * @param brief   for ways that have room for 70 signs or so, with the link; of a call, what is read aloud
 * @param urgent  may wake somebody
 * @param choices what can be answered at once by ways that have buttons or keys; none for most
 */
public record Letter(UUID key, String address, String subject, String text, String brief, boolean urgent, List<Choices.Choice> choices) {}
