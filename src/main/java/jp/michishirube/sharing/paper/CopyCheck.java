package jp.michishirube.sharing.paper;

import jp.michishirube.sharing.code.Pass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.Telling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells whoever reads the QR code on a copy whether it is still the valid one. Nothing personal: the sheet may lie in the street. */
@Component
class CopyCheck implements Telling {

    private final JdbcClient jdbc;

    CopyCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Verdict {
        VALID,
        /** Printed and not handed over to anybody. */
        NOT_HANDED,
        /** A newer version is there for its holder. */
        NEWER,
        /** Its holder is to give it back: a consent or a role ended, or the plan. */
        TO_GIVE_BACK,
        /** It is said to be back, destroyed or lost. */
        ENDED
    }

    @Override
    public PassKind kind() {
        return PassKind.COPY;
    }

    @Override
    public String tell(Pass pass, Model model) {
        jdbc.sql("""
                select c.no, d.version, c.handed_at is not null as handed, c.ended_at is not null as ended, d.state, f.state as case_state, exists (
                    select 1 from sharing.delivery n where n.case_id = d.case_id and n.party_kind = d.party_kind and n.party_key = d.party_key
                        and n.channel = d.channel and n.version > d.version and n.state in ('READY', 'DELIVERED')) as newer
                from sharing.copy c join sharing.delivery d on d.id = c.delivery_id join casefile.casefile f on f.id = c.case_id where c.pass_id = ?
                """).param(pass.id()).query((rs, n) -> model.addAttribute("no", rs.getInt("no")).addAttribute("version", rs.getInt("version"))
                        .addAttribute("verdict", verdict(rs.getBoolean("ended"), rs.getBoolean("newer"), rs.getString("state"), rs.getString("case_state"),
                                rs.getBoolean("handed")).name())).single();
        return "visit/copy";
    }

    private static Verdict verdict(boolean ended, boolean newer, String delivery, String casefile, boolean handed) {
        if (ended) {
            return Verdict.ENDED;
        }
        if (newer) {
            return Verdict.NEWER;
        }
        boolean stands = (delivery.equals("DELIVERED") || delivery.equals("READY")) && casefile.startsWith("IN_FORCE");
        return !stands ? Verdict.TO_GIVE_BACK : handed ? Verdict.VALID : Verdict.NOT_HANDED;
    }
}
