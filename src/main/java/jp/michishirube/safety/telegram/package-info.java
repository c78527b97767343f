/**
 * Telegrams of the weather office (気象庁防災情報XML, form of 2026-05-28) and its Atom feed, read piece by piece. Pure: knows no database, no page and
 * no municipality.
 */
@NamedInterface("telegram")
package jp.michishirube.safety.telegram;

import org.springframework.modulith.NamedInterface;
