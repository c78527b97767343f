package jp.michishirube.sharing.leader;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.sharing.SharedWithLeader;
import jp.michishirube.sharing.code.Holder;

/**
 * 町内会長・班長・民生委員 for one term.
 *
 * @param association 町内会 as residents know it, or for which the 民生委員 acts
 * @param phone       national number, digits only; that by which they sign in
 * @param areas       町 of the association
 * @param blocks      of a 班, how the addresses of its homes begin, such as {@code 青葉町二丁目6番}; empty for others
 * @param from        first day of the term; {@code to} its last
 * @param pledge      version of the pledge of secrecy that they gave; null for none
 * @param endedAt     null while nobody ended it; the last day ends it by itself
 */
record Leader(long id, Party.Kind kind, Rank rank, String association, String name, String phone, String postalCode, String address, List<String> areas, List<String> blocks,
              LocalDate from, LocalDate to, Integer pledge, Instant pledgedAt, Instant endedAt) {

    enum Rank {
        /** 町内会長, or a 民生委員. */
        LEADER,
        /** 班長 */
        GROUP_HEAD
    }

    Holder holder() {
        return new Holder(Holder.Kind.LEADER, String.valueOf(id));
    }

    /** By which a pass is about them; all passes of a term are taken back together. */
    String scope() {
        return "leader " + id;
    }

    /** What of their term stands on that day. */
    Term on(LocalDate today) {
        return endedAt != null || today.isAfter(to) ? Term.OVER : today.isBefore(from) ? Term.NOT_YET : Term.RUNS;
    }

    enum Term { NOT_YET, RUNS, OVER }

    SharedWithLeader.Leading leading() {
        return new SharedWithLeader.Leading(scope(), name, kind, association, Set.copyOf(areas), blocks);
    }

    /** As {@code leaders.rank.<word>} names it. */
    public String word() {
        return kind == Party.Kind.WELFARE_COMMISSIONER ? "commissioner" : rank.name().toLowerCase(Locale.ROOT);
    }
}
