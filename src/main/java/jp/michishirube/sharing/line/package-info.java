/**
 * LINE Messaging API: messages pushed under a key of ours, accounts linked by link token and nonce, webhooks by signature. What it may tell
 * anybody is a link; the page behind it asks for the code.
 */
@NamedInterface("line")
package jp.michishirube.sharing.line;

import org.springframework.modulith.NamedInterface;
