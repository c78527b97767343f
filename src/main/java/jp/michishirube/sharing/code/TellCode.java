package jp.michishirube.sharing.code;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever has the paper types the own telephone number, and a code goes there: by what was typed wrong nobody learns whose paper it is, and
 * five wrong numbers or codes in a row lock it.
 */
@Component
class TellCode {

    private final Passes passes;
    private final PassLines lines;
    private final SignInCodes codes;
    private final Map<PassKind, OwnTelephone> telephones = new EnumMap<>(PassKind.class);

    TellCode(Passes passes, PassLines lines, SignInCodes codes, List<OwnTelephone> telephones) {
        this.passes = passes;
        this.lines = lines;
        this.codes = codes;
        telephones.forEach(t -> this.telephones.put(t.kind(), t));
    }

    enum Outcome { SENT, WRONG_NUMBER, LOCKED, TOO_OFTEN, NOT_THAT_WAY, NOT_OPEN }

    /** @param left tries that are left after a wrong number */
    record Told(Outcome outcome, int left) {}

    List<String> ways(PassKind kind) {
        OwnTelephone own = telephones.get(kind);
        return own == null ? List.of() : own.ways();
    }

    @Transactional
    Told tell(String secret, String number, String way) {
        String plain = Secret.plain(secret);
        Passes.Kept kept = plain.isEmpty() ? null : passes.lock(Secret.hash(plain)).orElse(null);
        if (kept == null || kept.pass().state() != Pass.State.OPEN || !kept.pass().kind().asksTelephone()) {
            return new Told(Outcome.NOT_OPEN, 0);
        }
        Pass pass = kept.pass();
        OwnTelephone own = telephones.get(pass.kind());
        if (!own.isOwn(pass, number)) {
            int wrong = kept.wrong() + 1;
            passes.wrong(pass.id(), wrong);
            lines.add(pass.id(), PassLines.WRONG_NUMBER);
            return new Told(wrong < Passes.WRONG_CODES ? Outcome.WRONG_NUMBER : Outcome.LOCKED, Passes.WRONG_CODES - wrong);
        }
        if (!codes.mayGo(pass)) {
            return new Told(Outcome.TOO_OFTEN, 0);
        }
        String code = Secret.makeCode();
        if (!own.send(pass, code, way)) {
            return new Told(Outcome.NOT_THAT_WAY, 0);
        }
        codes.put(pass, Secret.codeHash(plain, code));
        lines.add(pass.id(), PassLines.CODE_SENT);
        return new Told(Outcome.SENT, 0);
    }
}
