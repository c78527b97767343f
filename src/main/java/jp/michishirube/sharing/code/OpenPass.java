package jp.michishirube.sharing.code;

import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one resolver: what a secret is, and the opening with its lock-out. */
@Component
class OpenPass {

    private final Passes passes;
    private final PassLines lines;
    private final Visits visits;
    private final SignInCodes codes;
    private final ApplicationEventPublisher events;

    OpenPass(Passes passes, PassLines lines, Visits visits, SignInCodes codes, ApplicationEventPublisher events) {
        this.passes = passes;
        this.lines = lines;
        this.visits = visits;
        this.codes = codes;
        this.events = events;
    }

    enum Outcome { OPENED, WRONG_CODE, CODE_ENDED, UNKNOWN, REVOKED, EXPIRED, USED, LOCKED }

    /**
     * @param kind  null for an unknown secret
     * @param left  tries that are left after a wrong code
     * @param visit secret of the visit that began; null for none
     */
    record Opened(Outcome outcome, PassKind kind, int left, String visit) {}

    /** What it is, without any trace: scanners look too. Empty for a secret that nobody issued. */
    @Transactional(readOnly = true)
    Optional<Pass> look(String secret) {
        String plain = Secret.plain(secret);
        return plain.isEmpty() ? Optional.empty() : passes.find(Secret.hash(plain));
    }

    /** A refusal is an answer here, not an exception: its line and its count must stay. */
    @Transactional
    Opened open(String secret, String code) {
        String plain = Secret.plain(secret);
        Passes.Kept kept = plain.isEmpty() ? null : passes.lock(Secret.hash(plain)).orElse(null);
        if (kept == null) {
            lines.add(null, Outcome.UNKNOWN);
            return new Opened(Outcome.UNKNOWN, null, 0, null);
        }
        Pass pass = kept.pass();
        if (pass.state() != Pass.State.OPEN) {
            return refused(pass, Outcome.valueOf(pass.state().name()), 0);
        }
        Outcome second = second(kept, Secret.codeHash(plain, Secret.plainCode(code)));
        if (second == Outcome.CODE_ENDED) {
            return refused(pass, second, 0);
        }
        if (second == Outcome.WRONG_CODE) {
            int wrong = kept.wrong() + 1;
            passes.wrong(pass.id(), wrong);
            return refused(pass, Outcome.WRONG_CODE, Passes.WRONG_CODES - wrong);
        }
        passes.opened(pass);
        lines.add(pass.id(), Outcome.OPENED);
        events.publishEvent(new PassOpened(pass));
        return new Opened(Outcome.OPENED, pass.kind(), 0, visits.begin(pass));
    }

    /** What is asked for beside the link. A code that ended costs no try: it opens nothing, right or wrong. */
    private Outcome second(Passes.Kept kept, byte[] hash) {
        if (kept.pass().kind().asksTelephone()) {
            return switch (codes.take(kept.pass(), hash)) {
                case RIGHT -> Outcome.OPENED;
                case WRONG -> Outcome.WRONG_CODE;
                case ENDED -> Outcome.CODE_ENDED;
            };
        }
        return kept.codeHash() == null || MessageDigest.isEqual(kept.codeHash(), hash) ? Outcome.OPENED : Outcome.WRONG_CODE;
    }

    private Opened refused(Pass pass, Outcome outcome, int left) {
        lines.add(pass.id(), outcome);
        return new Opened(outcome, pass.kind(), left, null);
    }
}
