package jp.michishirube.sharing;

import java.util.Locale;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.document.Printer;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.signing.PlanPrints;
import jp.michishirube.signing.PlanReader;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A recipient's copy on paper, in the form's own report: what that recipient may see, with for whom it is on top. */
@Component
class ExtractPrint {

    private final Printer printer;
    private final PlanPrints prints;
    private final MessageSource messages;

    ExtractPrint(Printer printer, PlanPrints prints, MessageSource messages) {
        this.printer = printer;
        this.prints = prints;
        this.messages = messages;
    }

    /** @param now what consent allows the recipient, and on which ground */
    byte[] pdf(CaseFile file, Submission plan, Recipient recipient, Answer now) {
        return pdf(file, plan, recipient, now, "", null);
    }

    /**
     * @param mark number of the copy, printed on top; empty for none
     * @param qr   address at which the copy can be checked; null for none
     */
    byte[] pdf(CaseFile file, Submission plan, Recipient recipient, Answer now, String mark, String qr) {
        String ground = messages.getMessage("sharing.ground." + now.ground(), null, Locale.JAPANESE);
        String copyFor = messages.getMessage("sharing.copy-for", new Object[] {recipient.name(), ground}, Locale.JAPANESE);
        return printer.plan(prints.copy(file, plan, new Reader(now.fields()), mark + copyFor).withQr(qr));
    }

    private record Reader(Set<String> allowed) implements PlanReader {

        @Override
        public boolean sees(AskedQuestion question) {
            return allowed.contains(ExtractRules.asked(question));
        }
    }
}
