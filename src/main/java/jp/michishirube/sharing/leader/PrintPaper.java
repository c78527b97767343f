package jp.michishirube.sharing.leader;

import java.util.List;
import java.util.Locale;
import jp.michishirube.document.PrintedNotice;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.SharedWithLeader;
import jp.michishirube.sharing.paper.Copy;
import jp.michishirube.sharing.paper.Letters;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prints what a leader gets on paper, each with its number, and keeps where it is. */
@Component
class PrintPaper {

    private final Leaders leaders;
    private final Papers papers;
    private final Pledge pledge;
    private final SharedWithLeader shared;
    private final LeaderPass pass;
    private final Letters letters;
    private final MessageSource texts;
    private final WhoAmI who;

    PrintPaper(Leaders leaders, Papers papers, Pledge pledge, SharedWithLeader shared, LeaderPass pass, Letters letters, MessageSource texts, WhoAmI who) {
        this.leaders = leaders;
        this.papers = papers;
        this.pledge = pledge;
        this.shared = shared;
        this.pass = pass;
        this.letters = letters;
        this.texts = texts;
        this.who = who;
    }

    record Printed(String mark, byte[] pdf) {}

    /** The sheet for signing in. One that was printed before opens nothing from now on. @throws Problem {@code leader-over} (409) */
    @Transactional
    Printed code(long id) {
        String by = who.acting(Role.ROSTER_MANAGER).id();
        Leader leader = standing(id);
        String address = pass.issue(leader);
        int no = papers.nextNumber(id);
        papers.printed(id, no, Papers.What.CODE, null, by);
        String mark = mark(leader, no);
        leaders.line(id, Leaders.What.CODE_PRINTED, mark);
        List<PrintedNotice.Part> parts = List.of(part("how"), part("keep"), new PrintedNotice.Part(text("leaders.sheet.term"),
                text("leaders.sheet.term.text", leader.association(), leader.to().getYear(), leader.to().getMonthValue(), leader.to().getDayOfMonth())));
        return new Printed(mark, letters.withLink(new Letters.To(leader.postalCode(), leader.address(), leader.name()), mark, text("leaders.sheet.title"), parts,
                address, Locale.JAPANESE));
    }

    /** The list for when there is no power. @throws Problem {@code leader-over} (409); {@code leader-no-pledge} (409): no name before it */
    @Transactional
    Printed list(long id) {
        String by = who.acting(Role.ROSTER_MANAGER).id();
        Leader leader = standing(id);
        if (leader.on(leaders.today()) != Leader.Term.RUNS || !pledge.stands(leader)) {
            throw Problem.conflict("leader-no-pledge");
        }
        int no = papers.nextNumber(id);
        String mark = mark(leader, no);
        SharedWithLeader.Paper paper = shared.paper(leader.leading(), mark, Locale.JAPANESE);
        papers.printed(id, no, Papers.What.LIST, paper.named(), by);
        leaders.line(id, Leaders.What.LIST_PRINTED, mark);
        return new Printed(mark, paper.pdf());
    }

    /**
     * @param pair whether a person has compared the name on the paper and the one who gets it
     * @throws Problem {@code leader-pair} (422); {@code copy-not-here} (409); {@code leader-list-old} (409) where a list names somebody whom the leader may not see any more; {@code leader-over} (409)
     */
    @Transactional
    void handed(long id, long paperId, boolean pair) {
        String by = who.acting(Role.ROSTER_MANAGER).id();
        if (!pair) {
            throw Problem.invalid("leader-pair", List.of(new FieldProblem("pair-" + paperId, "leader-pair")));
        }
        Leader leader = standing(id);
        Papers.Paper paper = papers.find(id, paperId).orElseThrow(() -> Problem.notFound("leader-not-found"));
        if (paper.what() == Papers.What.LIST && !(paper.isUpToDate() && shared.mayStillSee(leader.leading(), paper.shown()))) {
            throw Problem.conflict("leader-list-old");
        }
        if (!papers.handed(paperId, by)) {
            throw Problem.conflict("copy-not-here");
        }
        leaders.line(id, Leaders.What.PAPER_HANDED, paper.mark());
    }

    /** Back, destroyed or lost; also after the term. A sheet for signing in that is lost opens nothing from then on. */
    @Transactional
    void ended(long id, long paperId, Copy.Ended how) {
        String by = who.acting(Role.ROSTER_MANAGER).id();
        Leader leader = leaders.lock(id).orElseThrow(() -> Problem.notFound("leader-not-found"));
        Papers.Paper paper = papers.find(id, paperId).orElseThrow(() -> Problem.notFound("leader-not-found"));
        if (!papers.ended(paperId, how, by)) {
            throw Problem.conflict("copy-not-here");
        }
        if (paper.what() == Papers.What.CODE && papers.of(id).stream().noneMatch(p -> p.what() == Papers.What.CODE && p.no() > paper.no())) {
            pass.close(leader);
        }
        leaders.line(id, Leaders.What.valueOf("PAPER_" + how), paper.mark());
    }

    private Leader standing(long id) {
        Leader leader = leaders.lock(id).orElseThrow(() -> Problem.notFound("leader-not-found"));
        if (leader.on(leaders.today()) == Leader.Term.OVER) {
            throw Problem.conflict("leader-over");
        }
        return leader;
    }

    private String text(String key, Object... args) {
        return texts.getMessage(key, args, Locale.JAPANESE);
    }

    private static String mark(Leader leader, int no) {
        return "L" + leader.id() + "-" + no;
    }

    private PrintedNotice.Part part(String word) {
        return new PrintedNotice.Part(text("leaders.sheet." + word), text("leaders.sheet." + word + ".text"));
    }
}
