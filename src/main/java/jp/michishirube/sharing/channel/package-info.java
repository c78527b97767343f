/**
 * Channels behind one port, and the one outbox.
 *
 * <p>A room that wants to tell somebody something:
 * <ol>
 * <li>makes sure that an {@link jp.michishirube.sharing.channel.AddressBook} knows holders of that kind: it says live where they are
 *     reached by a {@link jp.michishirube.sharing.channel.Way}, so that a removed address stops what is still on its way;
 * <li>adds texts {@code message.<template>.subject} and {@code message.<template>.text} ({0} municipality, {1} link), and for short ways
 *     {@code message.<template>.short}, in each language;
 * <li>calls {@link jp.michishirube.sharing.channel.Outbox#put} in its own transaction, once for each way. The same {@code once} changes
 *     nothing a second time.
 * </ol>
 * A message carries no content, only a template's name and a link ({@link jp.michishirube.sharing.code.IssuePass}). It goes out in the
 * background: rows are claimed with {@code for update skip locked}, no call is made under a lock, one that fails holds up no other and is
 * tried again with growing gaps. What a crash hides becomes {@code UNKNOWN}: the same message goes again under its key where the provider
 * takes one; elsewhere an {@link jp.michishirube.sharing.channel.Occasion} that warns goes again marked 再送, the rest is shown to a person.
 * States move by themselves when a pass is opened; a room that hears an answer calls {@link jp.michishirube.sharing.channel.Outbox#answered}.
 *
 * <p>What can be answered where it arrives (buttons, keys) is told by {@link jp.michishirube.sharing.channel.Choices}. A new way is a {@link jp.michishirube.sharing.channel.Channel}.
 */
@NamedInterface("channel")
package jp.michishirube.sharing.channel;

import org.springframework.modulith.NamedInterface;
