package jp.michishirube.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.document.Drawable;
import jp.michishirube.document.PrintedCard;
import jp.michishirube.document.PrintedCard.CardLine;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.PlanCard;
import jp.michishirube.plan.form.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Page one of a plan on paper: when, where to, with whom, how, whom to call; only what the paper's reader may see. */
@Component
class CardOfPlan {

    private final MessageSource messages;

    CardOfPlan(MessageSource messages) {
        this.messages = messages;
    }

    PrintedCard of(CaseFile file, FilledPlan plan, PlanReader reader, Drawable map) {
        PlanCard card = PlanCard.of(plan, reader::sees, Locale.JAPANESE);
        List<CardLine> lines = new ArrayList<>();
        lines.add(line("when", Stream.of(card.when(), card.calls().isEmpty() ? "" : say("calls", card.calls()))));
        lines.add(line("where", card.where().stream().map(this::where)));
        lines.add(line("with", card.supporters().isEmpty() ? Stream.of(say("nobody")) : card.supporters().stream().map(CardOfPlan::who)));
        lines.add(line("how", Stream.of(card.how().stream().map(h -> h.label() + "：" + h.value()).collect(Collectors.joining("\n")))));
        lines.add(line("call", Stream.concat(Stream.of(own(plan, reader)), card.contacts().stream().map(CardOfPlan::who))));
        boolean named = seen(plan, reader, Role.RESIDENT_NAME);
        return new PrintedCard(say("heading"), named ? file.resident().kana() : "",
                plan.at(Role.RESIDENT_ADDRESS).filter(q -> q.isAnswered() && reader.sees(q)).map(q -> q.text(Locale.JAPANESE)).orElse(""),
                lines.stream().map(l -> l.text().isEmpty() ? new CardLine(l.label(), say("nothing")) : l).toList(), null, map);
    }

    private CardLine line(String label, Stream<String> texts) {
        return new CardLine(say(label), texts.filter(t -> !t.isBlank()).collect(Collectors.joining("\n")));
    }

    private String where(PlanCard.Where where) {
        String hazards = say("hazards", String.join("・", where.hazards()));
        String address = where.go().address().isBlank() ? "" : "\n　" + where.go().address();
        return where.go().name() + "　" + hazards + address + (where.stay() == null ? "" : "\n　" + say("stay", where.stay().name()));
    }

    private String own(FilledPlan plan, PlanReader reader) {
        return plan.at(Role.RESIDENT_PHONE).filter(q -> q.isAnswered() && reader.sees(q)).map(q -> say("self") + "　" + q.text(Locale.JAPANESE)).orElse("");
    }

    private static String who(PlanCard.Who who) {
        return who.name() + (who.relation().isBlank() ? "" : "（" + who.relation() + "）") + (who.phone().isBlank() ? "" : "　" + who.phone())
                + (who.says().isEmpty() ? "" : "\n　" + String.join("　", who.says()));
    }

    private static boolean seen(FilledPlan plan, PlanReader reader, Role role) {
        return plan.at(role).filter(q -> q.isAnswered() && reader.sees(q)).isPresent();
    }

    private String say(String key, Object... args) {
        return messages.getMessage("signing.card." + key, args, Locale.JAPANESE);
    }
}
